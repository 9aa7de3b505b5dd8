import { join } from 'node:path'
import {
  type ElementAccessExpression,
  type Expression,
  type Node,
  type StringLiteral,
  SyntaxKind,
} from 'typescript/unstable/ast'
import {
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isStringLiteral,
  isTypeAliasDeclaration,
} from 'typescript/unstable/ast/is'
import { API, type Type } from 'typescript/unstable/sync'

const root = join(__dirname, '../..')

export type TypeChecked = {
  /** Values that the first argument of calls can have, by what the parameter takes: for functions whose name matches. */
  argumentsOf: (name: RegExp) => readonly Asked[]
  /** Literal keys that objects are read by. */
  readKeys: () => readonly Asked[]
  /** The string literals that make up a type. */
  valuesOf: (file: string, typeName: string) => readonly string[]
  /** String literals where one of the values is expected. */
  literalsFor: (values: readonly string[]) => ReadonlySet<string>
  close: () => void
}

/** `possible` is all that could stand there, `used` what does. */
export type Asked = { possible: ReadonlySet<string>; used: readonly string[] }

/** The program of a TypeScript project as its compiler sees it. */
export function typeCheck(config: string, folder: string): TypeChecked {
  const api = new API({ cwd: root })
  const file = join(root, config)
  const project = api.updateSnapshot({ openProjects: [file] }).getProject(file)
  if (!project) throw new Error(`${config} could not be opened`)
  const { program, checker } = project
  const nodes = program
    .getSourceFileNames()
    .filter((name) => name.startsWith(join(root, folder, '/')) && !name.endsWith('.json'))
    .flatMap((name) => {
      const source = program.getSourceFile(name)
      return source ? [...nodesOf(source)] : []
    })

  function asked(pairs: readonly { argument: Expression; possible: readonly string[] }[]): Asked[] {
    const types = checker.getTypeAtLocation(pairs.map(({ argument }) => argument))
    return pairs.map(({ possible }, index) => ({
      possible: new Set(possible),
      used: literalsOf(types[index]),
    }))
  }
  function propertiesOf(expression: Expression): readonly string[] {
    const type = checker.getTypeAtLocation(expression)
    return type ? checker.getPropertiesOfType(type).map(({ name }) => name) : []
  }
  return {
    argumentsOf: (name) => {
      const calls = nodes.filter(isCallExpression).filter(({ expression }) => name.test(calleeOf(expression)))
      return asked(
        calls.flatMap((call) => {
          const [argument] = call.arguments
          const signature = argument && checker.getResolvedSignature(call)
          const parameter = signature && checker.getParameterType(signature, 0)
          return argument && parameter ? [{ argument, possible: literalsOf(parameter) }] : []
        }),
      )
    },
    readKeys: () => {
      const reads = nodes.filter(isElementAccessExpression).filter(hasLiteralKey)
      return asked(
        reads.map(({ expression, argumentExpression }) => ({
          argument: argumentExpression,
          possible: propertiesOf(expression),
        })),
      )
    },
    valuesOf: (name, typeName) => {
      const source = program.getSourceFile(join(root, name))
      const aliases = source ? [...nodesOf(source)].filter(isTypeAliasDeclaration) : []
      const alias = aliases.find((declared) => declared.name.text === typeName)
      return literalsOf(alias && checker.getTypeAtLocation(alias.name))
    },
    literalsFor: (values) => {
      const literals = nodes.filter(
        (node): node is StringLiteral => isStringLiteral(node) && values.includes(node.text),
      )
      return new Set(
        literals
          .filter((literal) => {
            const expected = literalsOf(checker.getContextualType(literal))
            return values.every((value) => expected.includes(value))
          })
          .map(({ text }) => text),
      )
    },
    close: () => api.close(),
  }
}

function* nodesOf(node: Node): Generator<Node> {
  yield node
  const children: Node[] = []
  node.forEachChild((child) => {
    children.push(child)
  })
  for (const child of children) yield* nodesOf(child)
}

function calleeOf(expression: Expression): string {
  if (isIdentifier(expression)) return expression.text
  return isPropertyAccessExpression(expression) ? expression.name.text : ''
}

function hasLiteralKey({ argumentExpression }: ElementAccessExpression): boolean {
  return argumentExpression.kind === SyntaxKind.StringLiteral
}

function literalsOf(type: Type | undefined): readonly string[] {
  if (!type) return []
  if (type.isUnionType()) return type.getTypes().flatMap(literalsOf)
  return type.isStringLiteralType() ? [type.value] : []
}
