import type { Translation } from '../catalogue.ts'
import type { browserHost as english } from '../en/browser-host.ts'

export const browserHost: Translation<typeof english> = {
  'browser-host.address-needed': '请打开 Tocsin 启动时输出的地址：它包含此页面的密钥。',
}
