import type { AdoptionEvent, ListAdoption } from "./adoption.ts";

/** What a proposal is after an event (状态推演); the first one makes it. */
export function evolveAdoption(before: ListAdoption | null, event: AdoptionEvent): ListAdoption {
  if (event.type === "ListRegistered") return register(event);
  if (before === null) throw new Error("nothing was registered yet");
  return { ...before, ...change(before, event), version: before.version + 1 };
}

function register({
  adoptionId,
  registration,
  registeredOn,
  registeredBy,
}: Extract<AdoptionEvent, { type: "ListRegistered" }>): ListAdoption {
  return {
    adoptionId,
    ...registration,
    registeredOn,
    registeredBy,
    stage: "consultation",
    version: 1,
    criteria: null,
    consultations: [],
    comment: null,
    captures: [],
    adoptedOn: null,
    abandonedBecause: "",
  };
}

function change(
  adoption: ListAdoption,
  event: Exclude<AdoptionEvent, { type: "ListRegistered" }>,
): Partial<ListAdoption> {
  switch (event.type) {
    case "CriteriaStated":
      return { criteria: event.criteria };
    case "GroupConsulted":
      return { consultations: [...adoption.consultations, event.consultation] };
    case "CommentOpened":
      return { stage: "public-comment", comment: event.comment };
    case "CommentPeriodPassed":
      return { comment: withComment(adoption, { isOver: true }) };
    case "CommentClosed":
      return {
        stage: "criteria-publication",
        comment: withComment(adoption, { isOver: true, closed: event.closed }),
      };
    case "CriteriaPublished": {
      const { capture } = event;
      const others = adoption.captures.filter((each) => each.site !== capture.site);
      return { captures: [...others, capture] };
    }
    case "ListAdopted":
      return { stage: "adopted", adoptedOn: event.adoptedOn };
    case "AdoptionAbandoned":
      return { stage: "abandoned", abandonedBecause: event.reasons };
  }
}

function withComment(
  { comment }: ListAdoption,
  change: Partial<NonNullable<ListAdoption["comment"]>>,
): ListAdoption["comment"] {
  return comment === null ? null : { ...comment, ...change };
}
