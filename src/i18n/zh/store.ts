import type { Translation } from '../catalogue.ts'
import type { store as english } from '../en/store.ts'

export const store: Translation<typeof english> = {
  'store.search-given-up': '此次搜索已放弃，请重试。',
}
