/** Tocsin's mark: an alarm bell, swung. */
export function BellMark() {
  return (
    <svg className="bell-mark" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <g transform="rotate(-14 12 12)">
        <path
          fill="currentColor"
          d="M12 2.4a1.5 1.5 0 0 1 1.5 1.5v.5c2.9.7 4.9 3.2 4.9 6.4 0 3.1.7 4.6 1.7 5.7.6.7.2 1.7-.8 1.7H4.7c-1 0-1.4-1-.8-1.7 1-1.1 1.7-2.6 1.7-5.7 0-3.2 2-5.7 4.9-6.4v-.5A1.5 1.5 0 0 1 12 2.4Z"
        />
        <path fill="currentColor" d="M9.4 19.7h5.2a2.6 2.6 0 0 1-5.2 0Z" />
      </g>
    </svg>
  )
}
