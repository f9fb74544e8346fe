using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Places;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Cases;

/// <summary>A refusal of the domain as problem details: status, stable code, and a sentence with the facts.</summary>
internal static class RefusalWords
{
    public static IActionResult Answer(HttpRequest request, Decision.Refused refused, CaseFile file)
    {
        var (language, places) = (request.Language(), file.Catalogue.Places);
        return refused.Reason switch
        {
            RefusalReason.UnknownTask or RefusalReason.UnknownPaper => Problems.NotFound(request),
            RefusalReason.AlreadyDone or RefusalReason.AlreadyRated => AlreadyDone(language, refused),
            RefusalReason.CaseClosed => OutOfOrder(language, refused, "problem.case-closed"),
            RefusalReason.OutOfOrder => OutOfOrder(language, refused, "problem.out-of-order"),
            RefusalReason.NotYetClosed => OutOfOrder(language, refused, "problem.not-yet-closed"),
            RefusalReason.RatingTooLate => Problems.Of(
                language, 409, ProblemCodes.OutOfOrder, Sentences.Of(language, "problem.rating-too-late", Sentences.Day(language, refused.Until!.Value))),
            RefusalReason.NotRated => OutOfOrder(language, refused, "problem.not-rated"),
            RefusalReason.ObjectionOpen => Problems.Of(
                language, 409, ProblemCodes.OutOfOrder,
                Sentences.Of(language, "problem.objection-open", string.Join(Sentences.Of(language, "list.separator"), refused.About))),
            RefusalReason.WithoutAuthority => WithoutAuthority(language, refused.Lack, places),
            RefusalReason.TrainingRequired => Training(language, refused, places),
            RefusalReason.ReviewedThisCase => Problems.Of(language, 403, ProblemCodes.OtherDesk, Sentences.Of(language, "problem.reviewed-this-case")),
            RefusalReason.AwaitsSecondSignature => Signed(language, refused, "problem.awaits-second-signature"),
            RefusalReason.SameSignatory => Signed(language, refused, "problem.same-signatory"),
            RefusalReason.AuthoritySuspended => Suspended(language, refused.Suspended!, places),
            RefusalReason.RelatedToHousehold => Elsewhere(language, refused, "problem.related", ProblemCodes.Related, places),
            RefusalReason.InvestigatedThisCase => Elsewhere(language, refused, "problem.investigated", ProblemCodes.OtherDesk, places),
            RefusalReason.CityVisitRequired => Elsewhere(language, refused, "problem.city-visit-required", ProblemCodes.CityVisitRequired, places, status: 409),
            RefusalReason.NamedForAnother => Problems.Of(language, 403, ProblemCodes.OtherDesk, Sentences.Of(language, "problem.named-for-another", List(refused, language))),
            RefusalReason.NothingToObjectTo => OutOfOrder(language, refused, "problem.nothing-to-object-to"),
            RefusalReason.AppraisalRequired => OutOfOrder(language, refused, "problem.appraisal-required"),
            RefusalReason.NoAppraisalHere => OutOfOrder(language, refused, "problem.no-appraisal-here"),
            RefusalReason.EntrustedAlready => OutOfOrder(language, refused, "problem.entrusted-already"),
            RefusalReason.NotRepresented => OutOfOrder(language, refused, "problem.not-represented"),
            RefusalReason.ActsByLaw => OutOfOrder(language, refused, "problem.acts-by-law"),
            RefusalReason.BoundByLaw => OutOfOrder(language, refused, "problem.bound-by-law"),
            RefusalReason.NotByLetter => OutOfOrder(language, refused, "problem.not-by-letter"),
            RefusalReason.ActedForAlready => OutOfOrder(language, refused, "problem.acted-for-already"),
            RefusalReason.MandateInTheWay => OutOfOrder(language, refused, "problem.mandate-in-the-way"),
            RefusalReason.OnlyThePerson => Problems.NotYours(request),
            RefusalReason.MandateAlreadyActive => OutOfOrder(language, refused, "problem.mandate-already-active"),
            RefusalReason.MandateNotActive when request.Caller() is Caller.Staff => Ended(language, refused),
            RefusalReason.MandateNotActive => OutOfOrder(language, refused, "problem.mandate-not-active"),
            RefusalReason.ErrandMoved => Problems.Of(language, 403, ProblemCodes.MandateEnded, Sentences.Of(language, "problem.errand-moved", ActorWords.Of(refused.Moved!.Role, language))),
            RefusalReason.NotInMandate => Problems.Of(
                language, 403, ProblemCodes.NotInMandate,
                Sentences.Of(language, "problem.not-in-mandate", string.Join(Sentences.Of(language, "list.separator"), refused.About.Select(act => Sentences.Of(language, "act." + act))))),
            RefusalReason.TooManyDocuments => OutOfOrder(language, refused, "problem.too-many-documents"),
            RefusalReason.AgentCarriedThisCase when refused.Field is not null => Invalid(request, refused, file),
            RefusalReason.WrongRole or RefusalReason.WrongPlace or RefusalReason.NotYours or RefusalReason.AgentCarriedThisCase => Problems.NotYours(request),
            RefusalReason.ReturnedOnce => ReturnedOnce(language, refused),
            RefusalReason.ToldOnce => OutOfOrder(language, refused, "problem.told-once"),
            RefusalReason.ExtendedOnce => OutOfOrder(language, refused, "problem.extended-once"),
            RefusalReason.ReasonRequired => ReasonRequired(language),
            RefusalReason.ExtraMaterial => ExtraMaterial(language, refused, file),
            _ => Invalid(request, refused, file),
        };
    }

    private static IActionResult AlreadyDone(Language language, Decision.Refused refused)
    {
        var by = refused.By is { } actor ? ActorWords.Of(actor, language) : null;
        var detail = by is not null && refused.At is { } at
            ? Sentences.Of(language, "problem.already-done", by, Sentences.Day(language, BeijingTime.DayOf(at)))
            : Sentences.Of(language, "problem.already-done.plain");
        return Problems.Of(language, 409, ProblemCodes.AlreadyDone, detail, actedBy: by, actedAt: refused.At);
    }

    private static IActionResult OutOfOrder(Language language, Decision.Refused refused, string sentence) => Problems.Of(
        language, 409, ProblemCodes.OutOfOrder,
        refused.State is { } state ? Sentences.Of(language, "problem.where-it-stands", Sentences.Of(language, sentence), Sentences.Of(language, "state." + state.Code())) : Sentences.Of(language, sentence),
        actedBy: refused.By is { } actor ? ActorWords.Of(actor, language) : null, actedAt: refused.At);

    private static IActionResult Ended(Language language, Decision.Refused refused) => Problems.Of(
        language, 403, ProblemCodes.MandateEnded,
        refused.At is { } at ? Sentences.Of(language, "problem.mandate-revoked", Sentences.Day(language, BeijingTime.DayOf(at))) : Sentences.Of(language, "problem.mandate-not-active"));

    private static IActionResult Suspended(Language language, Suspension suspension, Gazetteer places) => Problems.Of(
        language, 409, ProblemCodes.AuthoritySuspended,
        Sentences.Of(
            language, "problem.authority-suspended", Sentences.Day(language, suspension.From),
            ActorWords.OfOffice(suspension.ToOffice, places, language), ActorWords.Of(suspension.ToRole, language)));

    private static IActionResult Elsewhere(Language language, Decision.Refused refused, string sentence, string code, Gazetteer places, int status = 403) =>
        Problems.Of(language, status, code, Sentences.Of(language, sentence, WhoCould(language, refused, places)));

    private static IActionResult Training(Language language, Decision.Refused refused, Gazetteer places) => Problems.Of(
        language, 409, ProblemCodes.TrainingRequired, Sentences.Of(language, "problem.training-required", refused.Training!.Name.In(language), WhoCould(language, refused, places)));

    private static string WhoCould(Language language, Decision.Refused refused, Gazetteer places)
    {
        var post = refused.Could!;
        var desk = Sentences.Of(language, "desk", ActorWords.OfOffice(post.Office, places, language), ActorWords.Of(post.Role, language));
        return refused.Others.IsEmpty ? desk : Sentences.Of(language, "desk.named", desk, List(refused, language));
    }

    private static string List(Decision.Refused refused, Language language) => string.Join(Sentences.Of(language, "list.separator"), refused.Others);

    private static IActionResult WithoutAuthority(Language language, AuthorityLack? lack, Gazetteer places)
    {
        if (lack is null)
            return Problems.Of(language, 409, ProblemCodes.WithoutAuthority, Sentences.Of(language, "problem.authority-unknown"));
        var could = Sentences.Of(
            language, "desk", ActorWords.OfOffice(lack.Could.Office, places, language), ActorWords.Of(lack.Could.Role, language));
        var holder = ActorWords.Of(lack.Holder, language);
        var words = lack switch
        {
            { UpTo: { } most } => Sentences.Of(language, "problem.authority-amount", holder, Sentences.Yuan(language, most.Yuan), could),
            { From: { } from } => Sentences.Of(language, "problem.authority-from", holder, Sentences.Day(language, from), could),
            { Until: { } until } => Sentences.Of(language, "problem.authority-until", holder, Sentences.Day(language, until), could),
            _ => Sentences.Of(language, "problem.authority-none", holder, could),
        };
        return Problems.Of(language, 409, ProblemCodes.WithoutAuthority, words);
    }

    private static IActionResult ReturnedOnce(Language language, Decision.Refused refused)
    {
        var by = ActorWords.Of(refused.By!, language);
        return Problems.Of(
            language, 409, ProblemCodes.ReturnedOnce, Sentences.Of(language, "problem.returned-once.by", by, Sentences.Day(language, BeijingTime.DayOf(refused.At!.Value))), actedBy: by, actedAt: refused.At);
    }

    private static IActionResult Signed(Language language, Decision.Refused refused, string sentence)
    {
        var by = ActorWords.Of(refused.By!, language);
        return Problems.Of(
            language, 409, ProblemCodes.SecondSignature, Sentences.Of(language, sentence, by, Sentences.Day(language, BeijingTime.DayOf(refused.At!.Value))), actedBy: by, actedAt: refused.At);
    }

    private static IActionResult ReasonRequired(Language language)
    {
        var sentence = Sentences.Of(language, "problem.reason-required", Limits.ReasonShortest, Limits.ReasonLongest);
        return Problems.Of(language, 422, ProblemCodes.ReasonRequired, sentence, new Dictionary<string, string[]> { ["reason"] = [sentence] });
    }

    private static IActionResult ExtraMaterial(Language language, Decision.Refused refused, CaseFile file)
    {
        var sentence = Sentences.Of(language, "problem.extra-material", Named(refused, file, language));
        return Problems.Of(language, 422, ProblemCodes.ExtraMaterial, sentence, new Dictionary<string, string[]> { [refused.Field ?? "materials"] = [sentence] });
    }

    private static IActionResult Invalid(HttpRequest request, Decision.Refused refused, CaseFile file)
    {
        var language = request.Language();
        var errors = new FieldErrors(language);
        var (field, sentence, facts) = Fault(refused, file, language);
        errors.Add(refused.Field ?? field, sentence, facts);
        return Problems.Invalid(request, errors.Fields);
    }

    private static (string Field, string Sentence, object?[] Facts) Fault(Decision.Refused refused, CaseFile file, Language language) => refused.Reason switch
    {
        RefusalReason.UnknownAction => ("action", "field.action", []),
        RefusalReason.ItemsRequired => ("items", "field.items-required", [Limits.Items, Limits.ItemLongest]),
        RefusalReason.AmountRequired => ("amount", "field.amount-required", [Sentences.Yuan(language, Limits.MonthlyAmount)]),
        RefusalReason.AmountNotNoticed => ("amount", "field.amount-not-noticed", [Sentences.Yuan(language, refused.Noticed?.Yuan ?? 0)]),
        RefusalReason.NoticeForbidden => ("action", "field.notice-forbidden", []),
        RefusalReason.NoticeRequired => ("action", "field.notice-required", []),
        RefusalReason.TwoInvestigatorsRequired => ("investigators", "field.two-investigators", [Limits.Investigators]),
        RefusalReason.SecondInvestigatorRequired => ("second", "field.second", []),
        RefusalReason.AgentCarriedThisCase => ("second", "field.second-carried", []),
        RefusalReason.OtherIsRelated => ("second", "field.other-related", [List(refused, language)]),
        RefusalReason.DayOutOfRange => ("on", "field.day", [Limits.BookingDays]),
        RefusalReason.DifferencesRequired => ("differences", "field.differences", [Limits.Differences, Limits.DifferenceLongest]),
        RefusalReason.RelativeRequired => ("relative", "field.relatives", [Limits.RelativeLongest]),
        RefusalReason.LetterNotSeen => ("letterSeen", "field.letter-seen", []),
        RefusalReason.EvidenceNotSeen => ("evidenceSeen", "field.evidence-seen", []),
        RefusalReason.LetterUnknown => ("letter", "field.letter-unknown", []),
        RefusalReason.NamedByLetterOnly => ("representative.basis", "field.named-by-letter", []),
        RefusalReason.OnlyInPerson => ("representative", "field.representative-in-person", []),
        RefusalReason.WorksOnCase => ("representative.idNumber", "field.named-works-on-case", []),
        RefusalReason.ActingTermOutOfRange => ("until", "field.representative-until", [Sentences.Day(language, refused.Until!.Value)]),
        RefusalReason.ActingTermNotLater => ("until", "field.representative-later", [Sentences.Day(language, refused.Until!.Value)]),
        RefusalReason.CardNotSeen => ("cardSeen", "field.card-seen", []),
        RefusalReason.MemberRequired => ("memberIdNumber", "field.member", []),
        RefusalReason.MemberIsApplicant => ("memberIdNumber", "field.member-applicant", []),
        RefusalReason.MemberAuthorisationRequired => ("memberAuthorised", "field.member-authorised", []),
        RefusalReason.TooManyMembers => ("memberIdNumber", "field.members-most", [Limits.Members]),
        RefusalReason.RepresentativesRequired => ("representatives", "field.representatives", [Limits.RepresentativesLeast, Limits.Representatives]),
        RefusalReason.MeetingNotConvened => ("action", "field.meeting-not-convened", []),
        RefusalReason.MeetingToCome => ("action", "field.meeting-to-come", [Sentences.Day(language, refused.Until!.Value)]),
        RefusalReason.NotOnTheList => ("present", "field.not-on-the-list", [List(refused, language)]),
        RefusalReason.RecusalRequired => ("recused", "field.recusal", [List(refused, language)]),
        RefusalReason.MeetingOrderRequired => ("order", "field.meeting-order", []),
        RefusalReason.VotesDoNotAddUp => ("votesFor", "field.votes", [refused.Count]),
        RefusalReason.MinutesRequired => ("minutes", "field.minutes", []),
        RefusalReason.VerificationRequired => ("verification", "field.verification", []),
        RefusalReason.ComingCauseRequired => ("cause", "field.coming-cause", []),
        RefusalReason.AttendanceRequired => ("action", "field.attendance", []),
        RefusalReason.MaterialsRequired => ("materials", "field.materials-required", [Limits.Materials]),
        RefusalReason.MaterialsMissing => ("materials", "field.materials-missing", [Named(refused, file, language)]),
        RefusalReason.TextTooLong => ("findings", "field.text-long", [refused.Longest]),
        RefusalReason.CauseRequired => ("cause", "field.cause", []),
        RefusalReason.DayRequired => ("until", "field.until", [PauseLimits.LongestDays]),
        RefusalReason.NoLongerLimit => ("action", "field.no-longer-limit", []),
        RefusalReason.UnknownTag => ("tags", "field.tags", []),
        RefusalReason.MandateActsUnclear => ("acts", refused.About.IsEmpty ? "field.mandate-acts" : "field.mandate-acts-never", []),
        RefusalReason.MandateTermOutOfRange => ("expiresOn", "field.mandate-term", [Sentences.Day(language, refused.Until!.Value)]),
        RefusalReason.MandateNotSigned => ("consent", "field.mandate-not-signed", []),
        RefusalReason.UnknownChoice => (refused.Field!, "field.choice", []),
        RefusalReason.NumberOutOfRange => OutOfRange(refused, language),
        _ => throw new InvalidOperationException($"There are no words for the refusal {refused.Reason}."),
    };

    private static (string Field, string Sentence, object?[] Facts) OutOfRange(Decision.Refused refused, Language language) => refused.Field switch
    {
        "stars" => ("stars", "field.stars", []),
        "membersFound" => ("membersFound", "field.members", [Limits.Members]),
        _ => ("monthlyIncomeFound", "field.money", [Sentences.Yuan(language, Limits.MonthlyIncome)]),
    };

    private static string Named(Decision.Refused refused, CaseFile file, Language language) => string.Join(
        Sentences.Of(language, "list.separator"),
        refused.About.Select(code => CaseWords.KnownPaper(file, code)?.Name.In(language) ?? PlainCode(code)));

    // What somebody posted as a code goes back to them only as a code.
    private static string PlainCode(string code) => new([.. code.Where(char.IsAsciiLetterOrDigit).Take(10)]);
}
