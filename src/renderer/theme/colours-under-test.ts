/** The colours of tokens.css, and how they stand out from one another (WCAG 2.2). For tests. */
import tokens from './tokens.css?raw'

type Linear = readonly [red: number, green: number, blue: number]

/** @returns the tokens of one block, as they are written; a theme's own before the common ones */
export function coloursOf(theme: 'light' | 'dark', isHighContrast: boolean): (name: string) => Linear {
  const blocks = [...tokens.matchAll(/(:root[^{]*)\{([^}]*)\}/g)]
  const own = isHighContrast ? blocks.filter(([, selector]) => selector?.includes('high-contrast')) : []
  const common = blocks.filter(([, selector]) => selector?.trim() === ':root')
  const text = [...own, ...common].map(([, , body]) => body).join('\n')
  return (name) => {
    const written = new RegExp(`--${name}:\\s*([^;]+);`).exec(text)?.[1]
    if (written === undefined) throw new Error(`There is no token "${name}".`)
    const pair = /^light-dark\((.+), (oklch\(.+\)|#\w+)\)$/.exec(written.trim())
    return toLinear((pair?.[theme === 'light' ? 1 : 2] ?? written).trim())
  }
}

/** @returns from 1 to 21 */
export function contrast(one: Linear, other: Linear): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

const luminance = ([red, green, blue]: Linear): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue

function toLinear(written: string): Linear {
  if (written === '#fff') return [1, 1, 1]
  if (written === '#000') return [0, 0, 0]
  const [lightness, chroma, hue] = (/^oklch\(([\d. ]+)\)$/.exec(written)?.[1] ?? '').split(' ').map(Number)
  if (lightness === undefined || chroma === undefined || hue === undefined)
    throw new Error(`"${written}" is no colour that this test can read.`)
  return fromOklch(lightness, chroma, (hue * Math.PI) / 180)
}

/** Björn Ottosson, "A perceptual color space for image processing" (bottosson.github.io/posts/oklab). */
function fromOklch(lightness: number, chroma: number, hue: number): Linear {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)]
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    clamp(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    clamp(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    clamp(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ]
}

const clamp = (channel: number): number => Math.max(0, Math.min(1, channel))
