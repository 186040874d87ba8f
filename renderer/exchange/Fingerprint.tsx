/** A fingerprint to be compared by telephone: digits in groups, and words under them. */
import type { z } from "zod";
import type { fingerprintSchema } from "#shared/exchange/report.ts";
import { useWords } from "../i18n.ts";

interface FingerprintProps {
  readonly value: z.infer<typeof fingerprintSchema> | null;
  readonly large?: boolean;
}

export const Fingerprint = ({ value, large = false }: FingerprintProps) => {
  const { t } = useWords();
  if (value === null) return <p className="quiet">{t("exchange.offices.noFingerprint")}</p>;
  return (
    <div className={large ? "fingerprint is-large" : "fingerprint"} translate="no">
      <div className="fingerprint-digits figure">{value.digits}</div>
      {value.words.length === 0 ? null : (
        <ol className="fingerprint-words">
          {value.words.map((text, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- words may repeat, and their place is what they are
            <li key={index}>{text}</li>
          ))}
        </ol>
      )}
    </div>
  );
};
