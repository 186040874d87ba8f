/** Telephone numbers are masked by default: 138****5678, 0533-****567. What holds too few digits to be one stays. */
const runOfDigits = /\d[\d\s-]{5,}\d/g;

export const maskedPhone = (phone: string): string =>
  phone.replaceAll(runOfDigits, (number) => {
    const digits = number.replaceAll(/\D/g, "").length;
    const [head, tail] = digits >= 11 ? [3, 4] : digits >= 8 ? [2, 2] : [1, 2];
    let seen = 0;
    return number.replaceAll(/\d/g, (digit) => {
      seen += 1;
      return seen <= head || seen > digits - tail ? digit : "*";
    });
  });
