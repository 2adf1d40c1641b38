import { roundPosition } from './rounded-position.ts';

it('lets no more of a position leave the device than about a kilometre tells', () => {
  const rounded = roundPosition({ latitude: 31.758719, longitude: -106.486931 });
  expect(rounded).toEqual({ latitude: 31.76, longitude: -106.49 });
});
