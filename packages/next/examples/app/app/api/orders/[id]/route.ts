export async function PUT(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return Response.json({ id: (await params).id })
}
