import { withCorsApi } from '@cors/next'

export default withCorsApi({ origins: ['https://app.example.com'] }, (_request, response) => {
  response.status(200).json([{ id: 1 }])
})
