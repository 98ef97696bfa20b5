/** The background thread could not do what was asked, and why. */
import { WordedError } from '../worded-error.ts'

export class BackgroundError extends WordedError {
  override readonly name = 'BackgroundError'
}
