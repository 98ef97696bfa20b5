/** Reads Prometheus' text format (0.0.4) strictly, for tests. */

export type Family = {
  readonly name: string
  readonly type: string
  readonly help: string
  readonly samples: readonly string[]
}

export type Exposition = {
  readonly families: readonly Family[]
  /** Of a sample as it is written: `name{label="value"}`. @throws Error where there is none */
  value(sample: string): number
}

const header =
  /^# HELP (?<helped>\S+) (?<help>.+)\n# TYPE (?<name>[a-zA-Z_:][\w:]*) (?<type>counter|gauge|histogram|summary)$/
const sampleRule =
  /^(?<name>[a-zA-Z_:][\w:]*)(?<labels>\{(?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*",?)*\})? (?<value>-?[0-9.e+-]+|[+-]Inf|NaN)$/i

/** @throws Error with what is not of the format */
export function readExposition(text: string): Exposition {
  if (!text.endsWith('\n')) throw new Error('The last line has no end')
  const blocks = text.split('# HELP ').slice(1)
  const values = new Map<string, number>()
  const families = blocks.map((block) => readFamily(`# HELP ${block}`, values))
  const names = families.map(({ name }) => name)
  if (new Set(names).size < names.length) throw new Error(`A name is there twice: ${names.join(' ')}`)
  return {
    families,
    value(sample) {
      const value = values.get(sample)
      if (value === undefined) throw new Error(`There is no ${sample} in:\n${text}`)
      return value
    },
  }
}

function readFamily(block: string, values: Map<string, number>): Family {
  const [first, second, ...lines] = block.split('\n')
  const { helped, name = '', type = '', help = '' } = header.exec(`${first}\n${second}`)?.groups ?? {}
  if (helped !== name) throw new Error(`no header: ${first}\n${second}`)
  const samples = lines.filter((line) => line !== '').map((line) => readSample(line, name, type, values))
  return { name, type, help, samples }
}

function readSample(line: string, family: string, type: string, values: Map<string, number>): string {
  const { name = '', labels = '', value } = sampleRule.exec(line)?.groups ?? {}
  const suffixes = type === 'histogram' ? ['_bucket', '_sum', '_count'] : ['']
  if (!suffixes.some((suffix) => name === family + suffix)) throw new Error(`not of ${family}: ${line}`)
  const sample = name + labels
  if (values.has(sample)) throw new Error(`twice: ${line}`)
  values.set(sample, Number(value))
  return sample
}
