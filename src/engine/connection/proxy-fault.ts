/** A failure that is the proxy's, so that nobody looks for it at the server. */
export class ProxyFault extends Error {
  override readonly name = 'ProxyFault'
  /** What the proxy answered instead of letting us through; null when there was no answer. */
  readonly answer: { readonly status: number; readonly retryAfter: string | undefined } | null

  /** @param reason what the network reported, or what the proxy answered */
  constructor(reason: Error | NonNullable<ProxyFault['answer']>) {
    const isError = reason instanceof Error
    super(isError ? reason.message : `HTTP ${reason.status}`, isError ? { cause: reason } : undefined)
    this.answer = isError ? null : reason
  }
}
