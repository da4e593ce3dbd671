import {Lexer, Parser} from '@actions/expressions'
import {
  Binary,
  ContextAccess,
  FunctionCall,
  Grouping,
  IndexAccess,
  Literal,
  Logical,
  Unary,
} from '@actions/expressions/ast'
import type {Expr} from '@actions/expressions/ast'
import {wellKnownFunctions} from '@actions/expressions/funcs'
import {isBasicExpression} from '@actions/workflow-parser'
import {splitAllowedContext} from '@actions/workflow-parser/templates/allowed-context'
import {TemplateToken} from '@actions/workflow-parser/templates/tokens/template-token'
import {isOurAction, OUR_ACTION} from './action.ts'
import {child, pairsOf, textOf} from './tokens.ts'
import type {Workflow, WorkflowJob} from './workflow.ts'

/**
 * What GitHub takes without a word and then leaves empty: inputs that our action does not have, and outputs in expressions
 * that no step or job sets. Outputs of other actions and of commands cannot be known.
 */
export function deadReferences(workflow: Workflow): readonly string[] {
  return workflow.jobs.flatMap((job) => [
    ...unknownInputs(job).map((name) => `${job.id}: the action has no input ${name}`),
    ...expressionsIn(job).flatMap((expression) =>
      chainsIn(expression)
        .filter((chain) => !exists(chain, job, workflow))
        .map((chain) => `${job.id}: there is no ${chain.join('.')}`),
    ),
  ])
}

function unknownInputs({steps}: WorkflowJob): readonly string[] {
  const names = steps
    .filter(({token}) => isOurAction(textOf(child(token, 'uses'))))
    .flatMap(({token}) => pairsOf(child(token, 'with')).map(([name]) => name))
  return names.filter((name) => OUR_ACTION.inputs?.some(({id}) => id === name) !== true)
}

/** Such as `['steps', 'plan', 'outputs', 'matrix']`. */
type Chain = readonly string[]

/** Of a whole context, or all outputs of a step or job, only what is named is asked for. */
function exists([context, id, part, name]: Chain, job: WorkflowJob, workflow: Workflow): boolean {
  if (id === undefined || (part !== undefined && part !== 'outputs')) return true
  if (context === 'steps') {
    const step = job.steps.find((each) => each.id === id)
    if (step === undefined) return false
    if (name === undefined || !isOurAction(textOf(child(step.token, 'uses')))) return true
    return OUR_ACTION.outputs?.some((output) => output.id === name) === true
  }
  if (context !== 'needs') return true
  const needed = job.needs.includes(id) ? workflow.jobs.find((each) => each.id === id) : undefined
  if (needed === undefined) return false
  if (name === undefined) return true
  return pairsOf(child(needed.token, 'outputs')).some(([output]) => output === name)
}

/** Every expression of a job, parsed. */
function expressionsIn(job: WorkflowJob): readonly Expr[] {
  const written = [...TemplateToken.traverse(job.token)].flatMap(([, token]) =>
    isBasicExpression(token) ? token.expression : [],
  )
  return [...written, job.condition, ...job.steps.map(({condition}) => condition)].map(parse)
}

/** What GitHub's parser has let through before: which contexts and functions there are is not asked again. */
const KNOWN = splitAllowedContext(
  'github inputs vars needs strategy matrix secrets steps job runner env always(0,0) cancelled(0,0) failure(0,MAX) success(0,MAX) hashFiles(1,255)'.split(
    ' ',
  ),
)

function parse(expression: string): Expr {
  const {tokens} = new Lexer(expression).lex()
  const functions = [...KNOWN.functions, ...Object.values(wellKnownFunctions)]
  return new Parser(tokens, KNOWN.namedContexts, functions).parse()
}

function chainsIn(expression: Expr): readonly Chain[] {
  const chain = chainOf(expression)
  if (chain !== null) return [chain]
  return partsOf(expression).flatMap(chainsIn)
}

/** Null for anything but a context with literal names after it. */
function chainOf(expression: Expr): Chain | null {
  if (expression instanceof ContextAccess) return [expression.name.lexeme]
  if (!(expression instanceof IndexAccess && expression.index instanceof Literal)) return null
  const before = chainOf(expression.expr)
  return before === null ? null : [...before, expression.index.literal.coerceString()]
}

function partsOf(expression: Expr): readonly Expr[] {
  if (expression instanceof Binary) return [expression.left, expression.right]
  if (expression instanceof Unary) return [expression.expr]
  if (expression instanceof Grouping) return [expression.group]
  if (expression instanceof IndexAccess) return [expression.expr, expression.index]
  if (expression instanceof Logical || expression instanceof FunctionCall) return expression.args
  return []
}
