using System.Collections.Immutable;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Issuing;
using OneVisit.Functions.Words;
using OneVisit.Papers.Forms;

namespace OneVisit.Functions.Forms;

/// <summary>Fills forms in from cases and from drafts of applications.</summary>
public sealed class FormDesk(PersonalData personal, TimeProvider clock)
{
    /// <returns><c>null</c>: there is no such form, or this case does not need it.</returns>
    internal FilledForm? Fill(CaseFile file, string material, Caller reader, Language language) =>
        IsOf(file.Current, material) ? PaperForms.Fill(material, FactsOf(file, reader, language)) : null;

    /// <summary>The same, signed by its owner.</summary>
    internal FilledForm? Sign(CaseFile file, string material, Caller owner, Language language, ScreenSignature signature) =>
        IsOf(file.Current, material) ? PaperForms.Sign(material, FactsOf(file, owner, language), signature) : null;

    /// <returns><c>null</c>: there is no such form.</returns>
    internal FilledForm? Fill(FormDraft draft, string material, Language language) => PaperForms.Fill(material, FactsOf(draft, language));

    /// <summary>A form that is on the case's list; the mandate may always be written down.</summary>
    private static bool IsOf(Case current, string material) =>
        material == FilledForms.Mandate || (FilledForms.Contain(material) && current.Application.Materials.Any(listed => listed.Code == material));

    private FormFacts FactsOf(CaseFile file, Caller reader, Language language)
    {
        var (current, applicant) = (file.Current, file.Current.Applicant);
        var isOwner = reader.Participant == current.Participant;
        // Who works on it knows whose it is, and so does the agent before whom it is signed.
        var isNamed = reader is not Caller.Staff staff || staff.Participant == current.AppliedBy || CaseDecisions.WorksOn(current, staff.Member, clock.GetUtcNow());
        return new()
        {
            Reader = language, PrintedAt = clock.GetUtcNow(), CaseId = current.CaseId,
            Name = isNamed ? personal.NameOf(current).In(language) : applicant.NameMasked,
            IdNumber = isOwner ? personal.IdOf(current).In(language) : applicant.IdMasked,
            Phone = isOwner ? personal.PhoneOf(current)?.In(language) : applicant.PhoneMasked is { Length: > 0 } masked ? masked : null,
            Representative = ActingOnPaper.OnForm(current, personal, isNamed, isOwner, clock.Today(), language),
            Village = file.Catalogue.Places.Village(applicant.VillageCode)?.Name,
            Township = file.Catalogue.Places.Township(applicant.TownshipCode)?.Name,
            Services = [file.Service.Name],
            Household = current.Application.Household,
            Papers = [.. current.Application.Materials.Select(listed => Listed(CaseWords.KnownPaper(file, listed.Code), listed.HeldByPlatform)).OfType<ListedPaper>()],
            Laws = file.Service.Laws,
            // What an agent did before is no letter to who acts now.
            Mandate = !current.IsEntrustedOn(clock.Today()) && current.Mandate is { RevokedAt: null } mandate ? new(HolderOf(mandate.HolderOffice, mandate.Person?.Name, file.Catalogue.Places), mandate.ExpiresOn)
            {
                Acts = mandate.Acts, Notices = mandate.Notices, Number = mandate.Number,
            } : null,
        };
    }

    private FormFacts FactsOf(FormDraft draft, Language language) => new()
    {
        Reader = language, PrintedAt = clock.GetUtcNow(),
        Name = draft.Name?.Reveal(), IdNumber = draft.Id?.Reveal(), Phone = draft.Phone?.Reveal(),
        Representative = draft.Representative is { } acting ? ActingOnPaper.OnForm(acting) : null,
        Village = draft.Village?.Name,
        Township = draft.Village is null ? null : draft.Catalogue.Places.Township(draft.Village.Township)?.Name,
        Services = [.. draft.Services.Select(service => service.Name)],
        Household = draft.Household,
        Papers = PromisedBy(draft, clock.Today()),
        Laws = [.. draft.Services.SelectMany(service => service.Laws).Distinct()],
        Mandate = draft is { MandateToAgent: true, Village: { } home } ? new(HolderOf(Offices.InChargeOf(home.Code, OfficeLevel.Village), null, draft.Catalogue.Places), null) : null,
    };

    private static ImmutableArray<ListedPaper> PromisedBy(FormDraft draft, DateOnly today)
    {
        var list = MaterialList.For(draft.Services, draft.Household, today, draft.MandateToAgent)
            .Showing(draft.Representative?.Basis.Code(), draft.Services.Select(service => service.Code), draft.Catalogue);
        return [.. list.Needed.Concat(list.Held).Select(material => new ListedPaper(material.Name, material.Form, material.FromPlatform ? material.HeldBy : null))];
    }

    private static ListedPaper? Listed(Material? paper, bool held) => paper is { } known ? new(known.Name, known.Form, held ? known.HeldBy : null) : null;

    private static Text HolderOf(string office, string? person, Gazetteer places) => new(HolderOf(office, person, places, Language.Chinese), HolderOf(office, person, places, Language.English));

    private static string HolderOf(string office, string? person, Gazetteer places, Language language) => person is null
        ? ActorWords.OfOffice(office, places, language)
        : Sentences.Of(language, "actor", person, ActorWords.OfOffice(office, places, language));
}
