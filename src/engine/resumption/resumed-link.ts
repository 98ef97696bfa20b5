/** A connection that resumes: whose it is, what the server was told, and where it said that it begins. */
import type { Gap, Place, ResumePoint } from '../../protocol/resumption.ts'

export type ResumedLink = {
  readonly sourceAddress: string
  /** Where the address does not say it; else empty. */
  readonly clientId: string
  readonly asked: ResumePoint | 'new'
  readonly begins: ResumePoint
}

/** Where something stands that came over such a connection. */
export type Placed<Where extends Place | Gap = Place> = { readonly link: ResumedLink; readonly place: Where }
