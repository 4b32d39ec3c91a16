import ts from 'typescript'

/** Each token of a module, comments left out. */
export function tokens(path: string, text: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (node.getChildCount(file) === 0) found.push(node.getText(file))
    else for (const child of node.getChildren(file)) if (!ts.isJSDoc(child)) visit(child)
  }
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  visit(file)
  return found
}
