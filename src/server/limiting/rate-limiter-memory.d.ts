/** The one file of the library that is used: all of it, with every store that it knows, takes 45 ms and 1.2 MB at each start. */
declare module 'rate-limiter-flexible/lib/RateLimiterMemory.js' {
  // biome-ignore lint/style/noDefaultExport: it is a CommonJS module, and this is all that it exports
  export { RateLimiterMemory as default } from 'rate-limiter-flexible'
}
