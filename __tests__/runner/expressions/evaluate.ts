import {data, Evaluator, Lexer, Parser} from '@actions/expressions'
import type {FunctionDefinition} from '@actions/expressions/funcs/info'
import {TokenType} from '@actions/expressions/lexer'
import type {Token} from '@actions/expressions/lexer'
import {truthy} from '@actions/expressions/result'
import {
  isBasicExpression,
  isBoolean,
  isMapping,
  isNumber,
  isSequence,
  isString,
} from '@actions/workflow-parser'
import type {TemplateToken} from '@actions/workflow-parser/templates/tokens/index'

/** What an expression can see. */
export interface Scope {
  /** By name, such as `github`: plain values, as in JSON. */
  readonly contexts: Readonly<Record<string, unknown>>
  /** Of what came before. Nothing is ever cancelled here. */
  readonly status: 'success' | 'failure' | 'skipped'
}

/** Evaluates an expression, without `${{ }}`, with GitHub's own evaluator. */
export function evaluate(expression: string, {contexts, status}: Scope): data.ExpressionData {
  const functions = statusFunctions(status)
  const tree = new Parser(tokensOf(expression), Object.keys(contexts), [
    ...functions.values(),
  ]).parse()
  const pairs = Object.entries(contexts).map(([key, value]) => ({key, value: dataOf(value)}))
  return new Evaluator(tree, new data.Dictionary(...pairs), functions).evaluate()
}

/** Whether a condition holds. */
export function holds(condition: string, scope: Scope): boolean {
  return truthy(evaluate(condition, scope))
}

/** A part of a workflow with every expression in it evaluated. */
export function evaluateToken(token: TemplateToken, scope: Scope): data.ExpressionData {
  if (isBasicExpression(token)) return evaluate(token.expression, scope)
  if (isString(token)) return new data.StringData(token.value)
  if (isNumber(token)) return new data.NumberData(token.value)
  if (isBoolean(token)) return new data.BooleanData(token.value)
  if (isSequence(token)) {
    return new data.Array(...[...token].map((each) => evaluateToken(each, scope)))
  }
  if (isMapping(token)) {
    const pairs = [...token].map(({key, value}) => ({
      key: evaluateToken(key, scope).coerceString(),
      value: evaluateToken(value, scope),
    }))
    return new data.Dictionary(...pairs)
  }
  return new data.Null()
}

/** As text, the way GitHub puts it into variables and inputs; empty without a token. */
export function evaluateText(token: TemplateToken | undefined, scope: Scope): string {
  return token === undefined ? '' : evaluateToken(token, scope).coerceString()
}

/** As a plain value, as in JSON. */
export function evaluatePlain(token: TemplateToken, scope: Scope): unknown {
  return JSON.parse(JSON.stringify(evaluateToken(token, scope), data.replacer))
}

/** Version 0.3.61 of the lexer unescapes only the first quote of a string; GitHub, all of them. */
function tokensOf(expression: string): Token[] {
  return new Lexer(expression)
    .lex()
    .tokens.map((token) =>
      token.type === TokenType.STRING
        ? {...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'")}
        : token,
    )
}

function dataOf(value: unknown): data.ExpressionData {
  return JSON.parse(JSON.stringify(value ?? null), data.reviver)
}

function statusFunctions(status: Scope['status']): Map<string, FunctionDefinition> {
  const answers = {
    always: true,
    cancelled: false,
    failure: status === 'failure',
    success: status === 'success',
  }
  return new Map(
    Object.entries(answers).map(([name, answer]) => [
      name,
      {name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(answer)},
    ]),
  )
}
