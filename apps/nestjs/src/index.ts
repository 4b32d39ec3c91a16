export { startOnExpress, startOnFastify } from './start.js'
