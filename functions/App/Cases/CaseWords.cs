using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Cases;

/// <summary>A case as its reader may see it; personal data masked.</summary>
public sealed class CaseWords(CityCatalogue catalogue, TimeProvider clock)
{
    public CaseView View(CaseFile file, Language language)
    {
        var current = file.Current;
        var promise = current.Promise!;
        return new(
            current.CaseId, current.Application.Service, current.Status.Code(), Stages(current), BeijingTime.DayOf(current.SubmittedAt),
            promise.Due.On, promise.Due.IsProvisional, current.StateAt(clock.GetUtcNow()).Code(), current.Applicant.NameMasked,
            VillageName(current, language), current.Application.Household.Members, TimelineWords.Of(file.Entries, language),
            Materials(file, language), MandateOf(current), DecisionOf(current, language), CanRate(current), current.Rating?.Stars, current.Version,
            CaseDecisions.RatingOpenUntil(current, catalogue.SupervisionOn(clock.Today()), catalogue.Calendar)?.On);
    }

    public CaseSummary Summary(CaseFile file)
    {
        var current = file.Current;
        return new(
            current.CaseId, current.Application.Service, current.Status.Code(), Stages(current), BeijingTime.DayOf(current.SubmittedAt),
            current.Promise!.Due.On, current.StateAt(clock.GetUtcNow()).Code(), CanRate(current));
    }

    /// <summary>What came of the review of the file, for staff.</summary>
    public static FileReviewView? ReviewOf(Case current) => current.Reviews is [.., var last]
        ? new FileReviewView(last.Matter, last.Score, last.Grade.Code(), last.Faults, last.At)
        : null;

    private bool CanRate(Case current) => CaseDecisions.CanRate(current, catalogue.SupervisionOn(clock.Today()), catalogue.Calendar, clock.GetUtcNow());

    public string VillageName(Case current, Language language) =>
        catalogue.Places.Village(current.Applicant.VillageCode)?.Name.In(language) ?? current.Applicant.VillageCode;

    /// <summary>The frozen list, with what has come in.</summary>
    internal static IReadOnlyList<CaseMaterial> Materials(CaseFile file, Language language) =>
        [.. file.Current.Application.Materials.Select(listed => Material(listed, file, language))];

    private static CaseMaterial Material(ListedMaterial listed, CaseFile file, Language language)
    {
        var known = file.Service.Materials.FirstOrDefault(material => material.Code == listed.Code);
        var documents = file.Current.Documents.Where(document => document.Material == listed.Code)
            .Select(document => new DocumentView(document.DocumentId, document.Material, document.ContentType, document.Bytes, document.AddedAt)).ToArray();
        var received = documents.Length > 0 || IsCollected(listed, file.Current);
        return new(
            listed.Code, known?.Name.In(language) ?? listed.Code, received ? "received" : known is { Prefilled: true } ? "prefilled" : listed.HeldByPlatform ? "held" : "needed",
            listed.HeldByPlatform ? known?.HeldBy?.In(language) : null, documents);
    }

    private static bool IsCollected(ListedMaterial listed, Case current) =>
        current.Tasks.Any(task => task.Done?.Act is TaskAct.Collected collected && collected.Materials.Contains(listed.Code));

    private static string[] Stages(Case current) => [.. current.CurrentStages.Select(kind => kind.Code())];

    private MandateView? MandateOf(Case current) => current.Mandate is { } mandate
        ? new(mandate.Scope, mandate.HolderOffice, mandate.ExpiresOn, mandate.IsActiveOn(clock.Today()))
        : null;

    private static DecisionView? DecisionOf(Case current, Language language) => current.Decision is { } decision
        ? new(
            decision.Outcome is CaseOutcome.Approved ? "approved" : "refused",
            (decision.Outcome as CaseOutcome.Approved)?.Monthly.Yuan, (decision.Outcome as CaseOutcome.Approved)?.PaidFrom,
            (decision.Outcome as CaseOutcome.Refused)?.Reason, ActorWords.Of(decision.By, language) ?? "", decision.At)
        : null;
}
