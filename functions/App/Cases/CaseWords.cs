using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;
using OneVisit.Papers.Forms;

namespace OneVisit.Functions.Cases;

/// <summary>A case as its reader may see it; personal data masked.</summary>
public sealed class CaseWords(CatalogueShelf shelf, PersonalData personal, TimeProvider clock)
{
    public CaseView View(CaseFile file, Caller reader, Language language)
    {
        var current = file.Current;
        var due = DueOf(file, shelf.InForce.Calendar);
        return new(
            current.CaseId, current.Application.Service, current.Status.Code(), Stages(current), BeijingTime.DayOf(current.SubmittedAt),
            due.On, due.IsProvisional, StateOf(current), current.Applicant.NameMasked,
            VillageName(file, language), current.Application.Household.Members, new TimelineWords(file, language).All,
            [.. Materials(file, language), .. MandatePaper(file, language), .. LetterOf(file, language)], MandateOf(file, language), DecisionOf(current, language), CanRate(current), current.Rating?.Stars, current.Version,
            current.Application.Together?.ApplicationId, current.Requests.Count(request => request.LegalReason is not null), current.RefusedRequests.Length,
            current.Visits.Length, RateUntil: CaseDecisions.RatingOpenUntil(current, Limits, shelf.InForce.Calendar)?.On, Benefit: BenefitOf(current), Issued: PapersOf(current, language),
            Paused: PauseWords.Of(current), AwaitsAcceptance: current.AwaitsAcceptance, ReceivedOn: current.Promise?.ReceivedOn, DeemedAccepted: current.Promise?.IsDeemed == true,
            Extended: current.Extension is { } extension ? new ExtensionView(extension.Cause, extension.Reason, ActorWords.Of(extension.By, language) ?? "", extension.At) : null)
        {
            Differences = CheckViews.Differences(current),
            MayObjectToSurvey = CheckViews.MayObjectToSurvey(file),
            Board = BoardOf(current),
            Representation = RepresentationWords.Of(file, reader, clock.Today(), language),
            MayNameRepresentative = RepresentationWords.MayName(file, reader, clock.Today()),
            Looks = [.. LookWords.Of(file, personal, language).Reverse().Select(look => new LookView(BeijingTime.DayOf(look.At), look.By, look.What, look.Reason))],
        };
    }

    /// <summary>Code of the village on whose board the notice hangs; <c>null</c>: none hangs.</summary>
    internal static string? BoardOf(Case current) => current.Notice is { IsHanging: true } ? current.Applicant.VillageCode : null;

    public CaseSummary Summary(CaseFile file)
    {
        var current = file.Current;
        return new(
            current.CaseId, current.Application.Service, current.Status.Code(), Stages(current), BeijingTime.DayOf(current.SubmittedAt),
            DueOf(file, shelf.InForce.Calendar).On, StateOf(current), CanRate(current),
            PauseWords.Of(current)?.Pauses[0].Cause, current.AwaitsAcceptance) { ActedFor = current.IsWithRepresentative ? current.Applicant.NameMasked : null };
    }

    /// <summary>The day that the household was told: of the answer, or before acceptance of the word whether it is accepted.</summary>
    internal static DueDate DueOf(CaseFile file, WorkingDayCalendar calendar) => file.Current.Promise?.Due
        ?? CaseDecisions.AcceptanceDueOn(file.Current, file.Procedure, calendar)
        ?? file.Current.Tasks.LastOrDefault(task => task.Kind == StageKind.Accept)?.Due
        ?? new DueDate.Fixed(BeijingTime.DayOf(file.Current.SubmittedAt));

    // Before acceptance only the acceptance has a limit.
    private string StateOf(Case current) =>
        (current.AwaitsAcceptance && current.OpenTasks.FirstOrDefault() is { } task ? task.StateAt(clock.GetUtcNow()) : current.StateAt(clock.GetUtcNow())).Code();

    /// <summary>What came of the review of the file, for staff.</summary>
    public static FileReviewView? ReviewOf(Case current) => current.Reviews is [.., var last]
        ? new FileReviewView(last.Matter, last.Score, last.Grade.Code(), last.Faults, last.At)
        : null;

    // Supervision and working days go by what is in force, whatever the case goes by.
    private SupervisionLimits Limits => shelf.InForce.SupervisionOn(clock.Today());

    private bool CanRate(Case current) => CaseDecisions.CanRate(current, Limits, shelf.InForce.Calendar, clock.GetUtcNow());

    public static string VillageName(CaseFile file, Language language) =>
        file.Catalogue.Places.Village(file.Current.Applicant.VillageCode)?.Name.In(language) ?? file.Current.Applicant.VillageCode;

    /// <summary>The same down to the grid where it was said, for who goes there.</summary>
    public static string PlaceName(CaseFile file, Language language) => file.Current.Applicant.GridCode is { } code && file.Catalogue.Places is var places && places.Grid(code) is { } grid && places.Village(grid.Village) is { } village
        ? Sentences.Of(language, "place.grid", village.Name.In(language), FoundPlace.NameBeside(village, grid, language))
        : VillageName(file, language);

    /// <summary>Name of a paper of the master list, or its code when it no longer is there.</summary>
    public static string PaperName(CaseFile file, string code, Language language) =>
        OfficePapers.Has(code) ? Sentences.Of(language, "paper." + code) : file.Catalogue.Papers.TryGetValue(code, out var name) ? name.In(language) : code;

    /// <summary>What has to be corrected: a paper by its name, free words marked as such.</summary>
    public static string ReturnItem(CaseFile file, string item, Language language) => (ReturnItems.CodeOf(item), ReturnItems.WordsOf(item)) switch
    {
        (null, var words) => Sentences.Of(language, "return.free", words),
        ({ } code, "") => PaperName(file, code, language),
        ({ } code, var words) => Sentences.Of(language, "return.paper", PaperName(file, code, language), words),
    };

    /// <summary>The frozen list, what was asked for beyond it, and what has come in.</summary>
    internal static IReadOnlyList<CaseMaterial> Materials(CaseFile file, Language language) =>
        [.. file.Current.Materials.Select(listed => Material(listed, file, language))];

    /// <summary>Papers of the offices themselves that are in the file: for staff.</summary>
    internal static IEnumerable<CaseMaterial> OfficeMaterials(CaseFile file, Language language) =>
        file.Current.Documents.Select(document => document.Material).Where(OfficePapers.Has).Distinct()
            .Select(code => new CaseMaterial(code, PaperName(file, code, language), "received", null, DocumentsOf(code, file.Current)));

    private static CaseMaterial Material(ListedMaterial listed, CaseFile file, Language language)
    {
        var known = KnownPaper(file, listed.Code);
        var documents = DocumentsOf(listed.Code, file.Current);
        var received = file.Current.Has(listed.Code);
        return new(
            listed.Code, PaperName(file, listed.Code, language), received ? "received" : known is { Prefilled: true } ? "prefilled" : listed.HeldByPlatform ? "held" : "needed",
            listed.HeldByPlatform ? HolderOf(listed, known, language) : null, documents,
            MaterialListWords.Why(listed.Provision, known?.Register, language), received ? null : listed.LaterBy, listed.ByCommitment == true,
            file.Current.OpenRequestFor(listed.Code)?.Reason, !file.Current.IsListed(listed.Code));
    }

    /// <summary>A paper as the case's service uses it, or as it shows on what somebody acts; <c>null</c>: neither.</summary>
    internal static Material? KnownPaper(CaseFile file, string code) => file.Service.Materials.FirstOrDefault(material => material.Code == code)
        ?? (file.Current.Representations.FirstOrDefault(one => one.Who.Basis.Evidence() == code) is { Who.Basis: var basis } ? file.Catalogue.EvidenceOf(basis) : null);

    // From where, and as of when a register was looked at.
    private static string? HolderOf(ListedMaterial listed, Material? known, Language language) => (known?.HeldBy ?? known?.Register)?.In(language) is { } holder
        ? listed is { Provision: Provision.Held, AsOf: { } day } ? Sentences.Of(language, "list.held-as-of", holder, Sentences.Day(language, day)) : holder
        : null;

    /// <summary>The letter by which somebody was named in a case under way: no list asks for it. What lay there before for another is not it.</summary>
    internal static IEnumerable<CaseMaterial> LetterOf(CaseFile file, Language language) =>
        file.Current.Representation is { Named: { } named, Who.Basis: RepresentationBasis.Entrusted } && !file.Current.IsListed(FilledForms.Mandate)
            ? [new(
                FilledForms.Mandate, PaperName(file, FilledForms.Mandate, language), file.Current.IsShown(named, FilledForms.Mandate) ? "received" : "needed", null,
                [.. DocumentsOf(FilledForms.Mandate, file.Current).Where(document => document.AddedAt >= named.At || document.DocumentId == named.DocumentId)], Sentences.Of(language, "list.why.evidence.entrusted"))]
            : [];

    // The mandate on paper: nobody is asked for it, and who gave one may print and sign it.
    private static IEnumerable<CaseMaterial> MandatePaper(CaseFile file, Language language)
    {
        var signed = DocumentsOf(FilledForms.Mandate, file.Current);
        if ((file.Current.Mandate is null && signed.Length == 0) || file.Current.Representation is { Named: not null, Who.Basis: RepresentationBasis.Entrusted } || file.Current.Application.Materials.Any(listed => listed.Code == FilledForms.Mandate))
            yield break;
        yield return new(
            FilledForms.Mandate, PaperForms.TitleOf(FilledForms.Mandate).In(language), signed.Length > 0 ? "received" : "prefilled",
            Sentences.Of(language, "material.mandate-form"), signed);
    }

    private static DocumentView[] DocumentsOf(string material, Case current) =>
        [.. current.Documents.Where(document => document.Material == material).Select(document => new DocumentView(document.DocumentId, document.Material, document.ContentType, document.Bytes, document.AddedAt))];

    private static string[] Stages(Case current) => [.. current.CurrentStages.Select(kind => kind.Code())];

    /// <summary>The papers that the office issued, the latest of each kind first among its own.</summary>
    internal static IReadOnlyList<IssuedPaperView> PapersOf(Case current, Language language) =>
        [.. current.Issued.Reverse().Select(paper => new IssuedPaperView(
            paper.Kind, Sentences.Of(language, "paper." + paper.Kind), paper.Number, BeijingTime.DayOf(paper.At), paper.State.Code()))];

    private MandateView? MandateOf(CaseFile file, Language language)
    {
        if (file.Current is not { Mandate: { } mandate } current)
            return null;
        return View(mandate, file, language) with
        {
            CarriedBy = current.Carrier == Carrier.Of(mandate) ? null : CarriedBy(file, language),
            Earlier = [.. current.EarlierMandates.Select(earlier => earlier.Number).OfType<string>()],
        };
    }

    /// <summary>Every mandate of a case, the latest first.</summary>
    internal IReadOnlyList<MandateView> Mandates(CaseFile file, Language language) => MandateOf(file, language) is { } latest
        ? [latest, .. file.Current.EarlierMandates.Reverse().Select(earlier => View(earlier, file, language))]
        : [];

    private MandateView View(Mandate mandate, CaseFile file, Language language) => new(
        mandate.Scope, mandate.HolderOffice, mandate.ExpiresOn, mandate.IsActiveOn(clock.Today()), mandate.Number, StateOf(mandate), mandate.Acts,
        mandate.Person?.Name ?? ActorWords.OfOffice(mandate.HolderOffice, file.Catalogue.Places, language), null, mandate.From, mandate.Notices,
        mandate.Signature?.Kind, mandate.Signature?.At, mandate.Signature?.Content);

    // Who came in the holder's place: the name stands where they were asked.
    private static string? CarriedBy(CaseFile file, Language language) =>
        file.Entries.Select(entry => entry.Event).LastOrDefault(happened => happened is ErrandDeclined or WorkHandedOver { Carrier: not null }) is { } changed && file.Current.Carrier is { } carrier
            ? (changed is ErrandDeclined declined ? declined.Next : ((WorkHandedOver)changed).To) is { } next ? Sentences.Of(language, "actor", next.Name, ActorWords.Of(carrier.Role, language)) : ActorWords.Of(carrier.Role, language)
            : null;

    private string StateOf(Mandate mandate) => mandate switch
    {
        { RevokedAt: not null } => "revoked",
        { ReplacedAt: not null } => "replaced",
        _ when mandate.ExpiresOn < clock.Today() => "expired",
        { AwaitsSignature: true, Signature: null } => "awaits-signature",
        _ => "active",
    };

    private BenefitView? BenefitOf(Case current) => current.Benefit is { } benefit
        ? new(benefit.From, benefit.MonthlyOn(clock.Today())?.Yuan, benefit.ReviewOn, benefit.StopsFrom, benefit.Why, benefit.RunsOn(clock.Today()))
        : null;

    private DecisionView? DecisionOf(Case current, Language language) => current.Decision is { } decision
        ? new(
            decision.Outcome switch { CaseOutcome.Approved => "approved", CaseOutcome.NotAccepted => "not-accepted", _ => "refused" },
            (decision.Outcome as CaseOutcome.Approved)?.Monthly?.Yuan, (decision.Outcome as CaseOutcome.Approved)?.PaidFrom,
            (decision.Outcome as CaseOutcome.Refused)?.Reason ?? (decision.Outcome as CaseOutcome.NotAccepted)?.Reason, ActorWords.Of(decision.By, language) ?? "", decision.At,
            (decision.Outcome as CaseOutcome.Approved)?.Once?.Yuan, CaseDecisions.DeliverBy(decision, shelf.InForce.Calendar).On)
        : null;
}
