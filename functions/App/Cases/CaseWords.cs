using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
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
            VillageName(current, language), current.Application.Household.Members, new TimelineWords(file, catalogue.Papers, language).All,
            Materials(file, language), MandateOf(current), DecisionOf(current, language), current.CanRate, current.Rating?.Stars, current.Version,
            current.Application.Together?.ApplicationId, current.Requests.Count(request => request.LegalReason is not null), current.RefusedRequests.Length,
            current.Visits.Length);
    }

    public CaseSummary Summary(CaseFile file)
    {
        var current = file.Current;
        return new(
            current.CaseId, current.Application.Service, current.Status.Code(), Stages(current), BeijingTime.DayOf(current.SubmittedAt),
            current.Promise!.Due.On, current.StateAt(clock.GetUtcNow()).Code(), current.CanRate);
    }

    public string VillageName(Case current, Language language) =>
        catalogue.Places.Village(current.Applicant.VillageCode)?.Name.In(language) ?? current.Applicant.VillageCode;

    /// <summary>Name of a paper of the master list, or its code when it no longer is there.</summary>
    public string PaperName(string code, Language language) => catalogue.Papers.TryGetValue(code, out var name) ? name.In(language) : code;

    /// <summary>The frozen list, what was asked for beyond it, and what has come in.</summary>
    internal IReadOnlyList<CaseMaterial> Materials(CaseFile file, Language language) =>
        [.. file.Current.Materials.Select(listed => Material(listed, file, language))];

    private CaseMaterial Material(ListedMaterial listed, CaseFile file, Language language)
    {
        var known = file.Service.Materials.FirstOrDefault(material => material.Code == listed.Code);
        var documents = file.Current.Documents.Where(document => document.Material == listed.Code)
            .Select(document => new DocumentView(document.DocumentId, document.Material, document.ContentType, document.Bytes, document.AddedAt)).ToArray();
        var received = file.Current.Has(listed.Code);
        return new(
            listed.Code, PaperName(listed.Code, language), received ? "received" : known is { Prefilled: true } ? "prefilled" : listed.HeldByPlatform ? "held" : "needed",
            listed.HeldByPlatform ? (known?.HeldBy ?? known?.Register)?.In(language) : null, documents,
            MaterialListWords.Why(listed.Provision, known?.Register, language), received ? null : listed.LaterBy, listed.ByCommitment == true,
            file.Current.OpenRequestFor(listed.Code)?.Reason, !file.Current.IsListed(listed.Code));
    }

    private static string[] Stages(Case current) => [.. current.CurrentStages.Select(kind => kind.Code())];

    private MandateView? MandateOf(Case current) => current.Mandate is { } mandate
        ? new(mandate.Scope, mandate.HolderOffice, mandate.ExpiresOn, mandate.IsActiveOn(clock.Today()))
        : null;

    private static DecisionView? DecisionOf(Case current, Language language) => current.Decision is { } decision
        ? new(
            decision.Outcome is CaseOutcome.Approved ? "approved" : "refused",
            (decision.Outcome as CaseOutcome.Approved)?.Monthly?.Yuan, (decision.Outcome as CaseOutcome.Approved)?.PaidFrom,
            (decision.Outcome as CaseOutcome.Refused)?.Reason, ActorWords.Of(decision.By, language) ?? "", decision.At,
            (decision.Outcome as CaseOutcome.Approved)?.Once?.Yuan)
        : null;
}
