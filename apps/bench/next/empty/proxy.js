import { NextResponse } from 'next/server.js'

export const proxy = () => NextResponse.next()
