import type { Translation } from '../catalogue.ts'
import type { common as english } from '../en/common.ts'

export const common: Translation<typeof english> = {
  'common.sentences': '{first} {second}',
}
