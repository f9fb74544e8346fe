using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Cases;

/// <summary>Reads who acts for an applicant, and asks the law whether they may.</summary>
internal static class RepresentativeReading
{
    /// <param name="services">Applied for, as far as they could be read.</param>
    /// <param name="person">The applicant's number; <c>null</c>: it could not be read.</param>
    /// <param name="phone">The applicant's own telephone; <c>null</c>: none.</param>
    /// <returns><c>null</c> when there was an error.</returns>
    public static Representative? Of(
        RepresentativeDetails told, SubmitApplication form, ImmutableArray<Service> services, ResidentId? person, PhoneNumber? phone, CityCatalogue catalogue, DateOnly today, FieldErrors errors, Language language)
    {
        var (basis, relation) = (RepresentationCodes.ParseBasis(told.Basis), RepresentationCodes.ParseRelation(told.Relation));
        var evidence = basis is { } known ? catalogue.EvidenceOf(known) : null;
        if (evidence is null)
            errors.Add("representative.basis", "field.representative-basis");
        if (relation is null)
            errors.Add("representative.relation", "field.representative-relation");
        var (name, id, own) = (PersonName.Read(told.Name), ResidentId.Read(told.IdNumber, today), PhoneNumber.Read(told.Phone));
        if (name is null)
            errors.Add("representative.name", "field.name");
        if (id is IdReading.Invalid { Problem: var problem })
            errors.Add("representative.idNumber", SubmissionReading.SentenceOf(problem));
        if (own is null)
            errors.Add("representative.phone", "field.phone");
        // With it everybody would be both: the code for the person would reach who acts for them.
        if (own is not null && phone?.Reveal() == own.Reveal())
            errors.Add("applicant.phone", "field.representative-phone-same");
        // To marry, to divorce, to adopt: nobody does that for another, whatever they have signed (民法典 §161).
        if (services.Any(service => service.Mode == AgentMode.Prep))
            errors.Add("representative", "field.representative-in-person");
        if (basis == RepresentationBasis.Entrusted)
            AgainstPassingOn(form, errors);
        if (basis is null || relation is null || evidence is null || name is null || own is null || person is null || id is not IdReading.Valid { Id: var number })
            return null;
        switch (RepresentationRules.Judge(new(basis.Value, relation.Value, number, told.Until), person, today))
        {
            case RepresentationReading.Lawful lawful:
                return new(basis.Value, relation.Value, name, number, own, lawful.Until, lawful.EndsOfAge, evidence);
            case RepresentationReading.Unlawful unlawful:
                foreach (var fault in unlawful.Faults)
                    Add(fault, RepresentationRules.LatestOf(basis.Value, person, today), errors, language);
                break;
        }
        return null;
    }

    /// <summary>What a list shows it by.</summary>
    /// <param name="basis">As posted; <c>null</c>: nobody acts.</param>
    public static Domain.Services.MaterialList Showing(this Domain.Services.MaterialList list, string? basis, IEnumerable<string> services, CityCatalogue catalogue) =>
        RepresentationCodes.ParseBasis(basis) is { } known && catalogue.EvidenceOf(known) is { } evidence ? list.Showing(evidence, services) : list;

    // Who was entrusted neither entrusts another nor promises in the person's place (民法典 §169).
    private static void AgainstPassingOn(SubmitApplication form, FieldErrors errors)
    {
        if (form.MandateToAgent)
            errors.Add("mandateToAgent", "field.representative-mandate");
        if (form.Choices?.ByCommitment is { Count: > 0 })
            errors.Add("choices.byCommitment", "field.representative-commitment");
    }

    private static void Add(RepresentationFault fault, DateOnly? latest, FieldErrors errors, Language language)
    {
        switch (fault)
        {
            case RepresentationFault.SamePerson:
                errors.Add("representative.idNumber", "field.representative-same");
                break;
            case RepresentationFault.NotOfAge:
                errors.Add("representative.idNumber", "field.representative-under-age", RepresentationRules.ComesOfAge);
                break;
            case RepresentationFault.PersonIsAdult:
                errors.Add("representative.basis", "field.representative-adult", RepresentationRules.ComesOfAge);
                break;
            case RepresentationFault.PersonIsChild:
                errors.Add("representative.basis", "field.representative-child", RepresentationRules.ComesOfAge);
                break;
            case RepresentationFault.NotParent:
                errors.Add("representative.relation", "field.representative-parent");
                break;
            case RepresentationFault.TermOutOfRange when latest is { } last:
                errors.Add("representative.until", "field.representative-until", Sentences.Day(language, last));
                break;
            default:
                errors.Add("representative.until", "field.representative-past");
                break;
        }
    }
}
