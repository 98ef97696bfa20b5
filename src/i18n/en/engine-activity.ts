export const engineActivity = {
  'engine-activity.rejected.binary': 'A frame was not understood: binary.',
  'engine-activity.rejected.empty': 'A frame was not understood: empty.',
  'engine-activity.rejected.not-json': 'A frame was not understood: not JSON.',
  'engine-activity.rejected.no-object': 'A frame was not understood: not an object.',
  'engine-activity.rejected.unknown': 'A frame was not understood: no known message.',
  'engine-activity.not-noted': 'Something was not noted: {cause}',
  'engine-activity.not-resumed':
    'How far the history goes could not be read, so notifications may come twice: {cause}',
  'engine-activity.upkeep-waits': 'Upkeep waits: {cause}',
  'engine-activity.acknowledgements-wait': 'Acknowledgements wait: {cause}',
  'engine-activity.internal': '{command} failed inside Tocsin. The log has the details.',
} as const
