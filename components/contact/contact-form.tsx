import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ErrorSummary } from "@/components/ui/form-field";
import { ErrorNotice } from "@/components/ui/notice";
import type { ContactAnswer, ContactForm as Form } from "@/lib/contact/answer";
import { colon } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";

/** What the forms of a contact's page get from it. */
export type ContactFormProps = {
  locale: Locale;
  action: (data: FormData) => Promise<void>;
  /** What the form that was sent came back with, whichever it was. */
  answer: ContactAnswer | undefined;
};

/** What a form shows of an answer: its own, and nothing of another's. */
export const ownAnswer = (form: Form, answer: ContactAnswer | undefined): ContactAnswer =>
  answer?.form === form ? answer : { form, values: {}, errors: {} };

/** One form of a contact's page, with its errors at its top. */
export async function ContactForm({
  locale,
  action,
  answer,
  labels,
  send,
  draft,
  wording = {},
  children,
}: Omit<ContactFormProps, "answer"> & {
  answer: ContactAnswer;
  /** What each field is called in the list of errors. */
  labels: Record<string, string>;
  /** The words on the button. */
  send: string;
  /** The name under which a browser keeps what is typed. */
  draft?: string;
  /** Words for errors that only this form has, by code. */
  wording?: Record<string, string>;
  children: ReactNode;
}) {
  const t = await getTranslations({ locale, namespace: "submit" });
  const { form: formError, ...errors } = answer.errors;
  const inWords = (code: string) => wording[code] ?? t(`error.${code as "required"}`);
  const listed = Object.entries(errors).map(([name, code]) => ({
    name,
    message: (labels[name] ?? "") + colon(locale) + inWords(code),
  }));
  return (
    <form
      action={action}
      className="max-w-3xl"
      noValidate
      data-draft={draft}
      data-draft-found={draft && t("draftFound")}
      data-draft-delete={draft && t("draftDelete")}
    >
      {formError && <ErrorNotice>{inWords(formError)}</ErrorNotice>}
      <ErrorSummary title={t("errorTitle", { count: listed.length })} errors={listed} />
      {children}
      <button type="submit" className="button button-strong mt-4">
        {send}
      </button>
      {draft && <script src="/drafts.js" defer data-own="" />}
    </form>
  );
}

/** The words of a field's own error. */
export async function errorWords(locale: Locale, code: string | undefined): Promise<string | undefined> {
  const t = await getTranslations({ locale, namespace: "submit" });
  return code === undefined ? undefined : `${t("errorPrefix")} ${t(`error.${code as "required"}`)}`;
}
