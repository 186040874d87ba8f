/** Draws the dialog of exchange that was asked for. */
import type { ReactNode } from "react";
import { useStore } from "../ui/store.ts";
import { openedDialog } from "./dialogs.ts";
import type { ExchangeDialog } from "./dialogs.ts";
import { EnrolDialog } from "./EnrolDialog.tsx";
import { JoinDialog } from "./JoinDialog.tsx";
import { PassphraseDialog } from "./PassphraseDialog.tsx";
import { PurgeDialog } from "./PurgeDialog.tsx";
import { ReceiptCodeDialog } from "./ReceiptCodeDialog.tsx";
import { RecoveryDialog } from "./RecoveryDialog.tsx";
import { ReenrolDialog, RevokeDialog } from "./RevokeDialog.tsx";
import { TrustDialog } from "./TrustDialog.tsx";
import { UnlockDialog } from "./UnlockDialog.tsx";
import { WelcomeDialog } from "./WelcomeDialog.tsx";
import "./exchange.css";

const drawn = (dialog: ExchangeDialog): ReactNode => {
  switch (dialog.kind) {
    case "set-up":
      return <PassphraseDialog first />;
    case "passphrase":
      return <PassphraseDialog first={false} />;
    case "unlock":
      return <UnlockDialog />;
    case "recovery":
      return <RecoveryDialog code={dialog.code} />;
    case "enrol":
      return <EnrolDialog given={dialog.file} />;
    case "trust":
      return <TrustDialog given={dialog.file} />;
    case "welcome":
      return <WelcomeDialog />;
    case "receipt-code":
      return <ReceiptCodeDialog peer={dialog.peer} name={dialog.name} />;
    case "revoke":
      return <RevokeDialog office={dialog.office} name={dialog.name} device={dialog.device} />;
    case "reenrol":
      return <ReenrolDialog own={dialog.own} />;
    case "purge":
      return <PurgeDialog record={dialog.record} title={dialog.title} />;
    case "join":
      return <JoinDialog record={dialog.record} title={dialog.title} />;
    default:
      return dialog satisfies never;
  }
};

export const ExchangeDialogs = () => {
  const dialog = useStore(openedDialog);
  return dialog === undefined ? null : drawn(dialog);
};
