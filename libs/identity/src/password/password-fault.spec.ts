import { passwordFault } from './password-fault.ts';

describe('a password', () => {
  it.each([
    ['that is short', 'kV9#xw2!pQr'],
    ['of the list', '1qaz2wsx3edc'],
    ['of the list, in capital letters', 'UNBELIEVABLE'],
    ['of a common word and a year', 'Password2026!'],
    ['of a common word twice', 'sunshinesunshine'],
    ['of a few letters again and again', 'abcabcabcabc'],
    ['of figures', '193847561029'],
    ['that is endless', 'four words in a row '.repeat(7)],
  ])('%s is refused', (_, password) => {
    expect(passwordFault(password)).toMatch(/^(A password|Many people)/);
  });

  it.each([
    'correct horse battery',
    'Tres tristes tigres',
    'kV9#xw2!pQrT',
    '我们一起去看看月亮好吗朋友',
  ])('%s is good', (password) => {
    expect(passwordFault(password)).toBeNull();
  });
});
