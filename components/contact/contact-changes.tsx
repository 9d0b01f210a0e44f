import { getTranslations } from "next-intl/server";
import { TextField, TickField } from "@/components/ui/form-field";
import type { ContactView } from "@/lib/contact/queries";
import type { Locale } from "@/lib/i18n/locales";
import { limits } from "@/lib/practice/practice";
import { ContactForm, type ContactFormProps, errorWords, ownAnswer } from "./contact-form";

type Action = ContactFormProps["action"];

/** Asks whether the address is theirs: mail programs open links by themselves, so it takes a button. */
export async function ConfirmAddress({
  contact,
  locale,
  action,
}: {
  contact: ContactView;
  locale: Locale;
  action: Action;
}) {
  const t = await getTranslations({ locale, namespace: "contact" });
  const { email } = contact;
  return (
    <section aria-labelledby="confirm" className="mt-6 max-w-3xl border-4 border-brick p-4">
      <h2 id="confirm" className="text-h2">
        {t("confirmTitle")}
      </h2>
      <p className="mt-2 break-words">
        {contact.agreed ? t("confirmText", { email }) : t("confirmTextSource", { email })}
      </p>
      <form action={action}>
        <button type="submit" className="button button-strong mt-4">
          {t("confirm")}
        </button>
      </form>
    </section>
  );
}

/** The form by which a contact corrects what is kept about them. */
export async function ChangeContact({ contact, locale, action, answer }: ContactFormProps & { contact: ContactView }) {
  const t = await getTranslations({ locale });
  const own = ownAnswer("change", answer);
  const labels = { name: t("contact.name"), role: t("contact.role"), email: t("contact.email") };
  const field = async (name: keyof typeof labels, kept: string) => ({
    name,
    label: labels[name],
    value: own.values[name] ?? kept,
    error: await errorWords(locale, own.errors[name]),
  });
  return (
    <section aria-labelledby="change" className="mt-10">
      <h2 id="change" className="text-h2">
        {t("contact.changeTitle")}
      </h2>
      <ContactForm locale={locale} action={action} answer={own} labels={labels} send={t("contact.save")}>
        <TextField {...(await field("name", contact.name))} autoComplete="name" maxLength={limits.line} />
        <TextField
          {...(await field("role", contact.role?.text ?? ""))}
          help={t("contact.roleHelp")}
          autoComplete="organization-title"
          maxLength={limits.line}
        />
        <TextField
          {...(await field("email", contact.email))}
          help={t("contact.emailHelp")}
          required={t("submit.requiredMark")}
          type="email"
          autoComplete="email"
          maxLength={254}
        />
      </ContactForm>
    </section>
  );
}

/** The button by which a contact takes back their agreement. */
export async function WithdrawConsent({ locale, action }: { locale: Locale; action: Action }) {
  const t = await getTranslations({ locale, namespace: "contact" });
  return (
    <section aria-labelledby="withdraw" className="mt-10 max-w-3xl">
      <h2 id="withdraw" className="text-h2">
        {t("withdrawTitle")}
      </h2>
      <p className="mt-2">{t("withdrawText")}</p>
      <form action={action}>
        <button type="submit" className="button mt-4">
          {t("withdraw")}
        </button>
      </form>
    </section>
  );
}

/** The form by which a contact has themselves erased; it asks once more. */
export async function EraseContact({ locale, action, answer }: ContactFormProps) {
  const t = await getTranslations({ locale });
  const own = ownAnswer("erase", answer);
  const missing = t("contact.sureMissing");
  const label = t("contact.sure");
  return (
    <section aria-labelledby="erase" className="mt-10">
      <h2 id="erase" className="text-h2">
        {t("contact.eraseTitle")}
      </h2>
      <p className="prose mt-2">{t("contact.eraseText")}</p>
      <ContactForm
        locale={locale}
        action={action}
        answer={own}
        labels={{ sure: label }}
        send={t("contact.erase")}
        wording={{ required: missing }}
      >
        <TickField
          name="sure"
          label={label}
          error={own.errors.sure && `${t("submit.errorPrefix")} ${missing}`}
          required={t("submit.requiredMark")}
          checked={false}
        />
      </ContactForm>
    </section>
  );
}
