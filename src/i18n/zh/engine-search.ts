import type { Translation } from '../catalogue.ts'
import type { engineSearch as english } from '../en/engine-search.ts'

export const engineSearch: Translation<typeof english> = {
  'engine-search.open-quote': '“{part}”缺少结束的引号：请在末尾加上 "。',
  'engine-search.unknown-operator': '“{part}”开头的运算符未知：请改写为 {meant}:，或用引号将其作为文本。',
  'engine-search.no-value': '“{part}”需要一个值：请写 {name}: 和{values}。',
  'engine-search.bad-value': '无法搜索“{part}”：{name}: 之后应为{values}。',
  'engine-search.nothing': '“{part}”中没有可搜索的内容：只有字母和数字有效。',
  'engine-search.too-much': '“{part}”会找到太多结果：请在 * 之前至少写两个字母。',
  'engine-search.values.and': '{first}、{rest}',
  'engine-search.values.or': '{first} 或 {last}',
  'engine-search.values.moment': '日期，例如 2026-01-31，或时间，例如 2026-01-31T14:30',
  'engine-search.values.code': '0 到 {max} 之间的整数',
  'engine-search.values.source': '其地址的一部分',
}
