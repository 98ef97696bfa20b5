/** Why something was refused, below what was asked for; nothing when it was not. */
export function FieldProblem({ problem, id }: { readonly problem: string | null; readonly id?: string }) {
  if (problem === null) return null
  return (
    <p className="field-problem" id={id} role="alert">
      {problem}
    </p>
  )
}
