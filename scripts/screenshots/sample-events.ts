/** Notifications such as a small team's systems send, for pictures. The same seed makes the same ones. */
import { error, info, success, warning } from '../../e2e/servers/wire-frames.ts'

export type SampleLanguage = 'en' | 'zh'
export type SampleEvent = { readonly at: number; readonly frame: object & { readonly type: string } }

type Words = readonly [title: string, message: string]

const words: Readonly<
  Record<SampleLanguage, Readonly<Record<'info' | 'warning' | 'error' | 'success', readonly Words[]>>>
> = {
  en: {
    info: [
      ['Deployed 2.14.#', 'production, from main by Ana. 6 changes.'],
      ['Pull request ready for review', 'Keep the session alive across a sleep (#1842), 214 lines.'],
      ['Certificate renewed', 'api.example.com is good until 24 February.'],
      ['Door sensor back on battery', 'Warehouse 2, north entrance. Battery at 64 %.'],
    ],
    warning: [
      ['Disk almost full', '/var on db-2 is at 91 %. Logs of last week can go.'],
      ['Queue is growing', '12,480 jobs wait in “emails”; the oldest for 4 minutes.'],
      ['Slow responses', 'The 95th percentile of /checkout is 1.9 s, usually 0.3 s.'],
    ],
    error: [
      ['Build 48# failed', 'main: 3 tests failed in payments/refund.test.ts.'],
      ['Payment provider answers 503', 'Retried 5 times in two minutes. Orders wait, none is lost.'],
      ['Backup of db-2 stopped', 'The connection was closed after 18.2 GB of 48.4 GB.'],
    ],
    success: [
      ['Nightly backup finished', 'web-1, web-2, db-1: 96.8 GB off-site.'],
      ['Build 48# passed', 'main: 1,204 tests, coverage unchanged.'],
      ['Migration done', 'orders: 2.1 million rows, no downtime.'],
    ],
  },
  zh: {
    info: [
      ['已部署 2.14.#', '生产环境，由 Ana 从 main 分支部署，共 6 项更改。'],
      ['合并请求等待评审', '休眠后保持会话（#1842），214 行。'],
      ['证书已续期', 'api.example.com 有效期至 2 月 24 日。'],
      ['门磁改用电池供电', '2 号仓库北门，电量 64 %。'],
    ],
    warning: [
      ['磁盘空间不足', 'db-2 的 /var 已使用 91 %，可清理上周的日志。'],
      ['队列正在增长', '“邮件”队列中有 12,480 个任务，最早的已等待 4 分钟。'],
      ['响应变慢', '/checkout 的第 95 百分位为 1.9 秒，平时为 0.3 秒。'],
    ],
    error: [
      ['构建 48# 失败', 'main：payments/refund.test.ts 中有 3 个测试失败。'],
      ['支付服务返回 503', '两分钟内已重试 5 次。订单正在等待，没有丢失。'],
      ['db-2 备份中断', '传输 18.2 GB（共 48.4 GB）后连接被关闭。'],
    ],
    success: [
      ['夜间备份完成', 'web-1、web-2、db-1：异地备份 96.8 GB。'],
      ['构建 48# 通过', 'main：1,204 个测试，覆盖率不变。'],
      ['迁移完成', 'orders：210 万行，无停机。'],
    ],
  },
}

const makers = { info, warning, error, success } as const
const shares = [
  'info',
  'info',
  'info',
  'success',
  'success',
  'success',
  'warning',
  'warning',
  'error',
] as const

/** @returns the oldest first: about `perDay` for each of the days before `until`, fewer at night */
export function sampleEvents(
  {
    language,
    days,
    perDay,
  }: { readonly language: SampleLanguage; readonly days: number; readonly perDay: number },
  until: number,
): readonly SampleEvent[] {
  const random = seeded(20_261_128)
  const count = days * perDay
  const times = Array.from({ length: count }, () => Math.floor(until - random() * days * 86_400_000) - 45_000)
    .filter((at) => random() < busyness(at))
    .sort((one, other) => one - other)
  return times.map((at, number) => {
    const type = shares[Math.floor(random() * shares.length)] ?? 'info'
    const choices = words[language][type]
    const [title, message] = choices[Math.floor(random() * choices.length)] ?? ['', '']
    const id = `notif_${1_000 + number}`
    const timestamp = new Date(at).toISOString().slice(0, -1)
    const frame = makers[type]({ title: title.replace('#', String(number % 90)), message, id })
    return { at, frame: { ...frame, timestamp } }
  })
}

/** By the hour of the day: people work by day. */
const busyness = (at: number): number => {
  const hour = new Date(at).getHours()
  return hour >= 8 && hour < 19 ? 1 : 0.3
}

/** A small generator of numbers from 0 to 1 (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
