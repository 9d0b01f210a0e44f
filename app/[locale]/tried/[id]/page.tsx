import "../../../styles/forms.css";
import { type MessagePageProps, messageHead, messagePage } from "../../message-page";
import { tellTried } from "./actions";

export const dynamic = "force-dynamic";

export const generateMetadata = (props: MessagePageProps) => messageHead("experience", props);

export default async function Page(props: MessagePageProps) {
  return messagePage("experience", props, tellTried);
}
