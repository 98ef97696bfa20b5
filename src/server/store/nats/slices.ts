/** Cuts a list where what is made of it must not grow without bound. */

/** So many client ids, each as long as an address can be, are well below what NATS takes as one message. */
export const clientsAtOnce = 32

export function slicesOf<Item>(items: readonly Item[], length: number): Item[][] {
  const slices: Item[][] = []
  for (let from = 0; from < items.length; from += length) slices.push(items.slice(from, from + length))
  return slices
}
