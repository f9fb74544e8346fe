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
        // To marry, to divorce, to adopt: nobody does that for another, whatever they have signed (民法典 §161).
        if (services.Any(service => service.Mode == AgentMode.Prep))
            errors.Add("representative", "field.representative-in-person");
        if (RepresentationCodes.ParseBasis(told.Basis) == RepresentationBasis.Entrusted)
            AgainstPassingOn(form, errors);
        return new Reading(catalogue, today, errors, language, "field.representative").Of(told, person, phone?.Reveal(), "applicant.phone");
    }

    /// <summary>The same of who is named in a case under way, told by the person or an office.</summary>
    /// <param name="phone">The applicant's own telephone, in full; <c>null</c>: none.</param>
    /// <returns><c>null</c> when there was an error.</returns>
    public static Representative? Named(RepresentativeDetails told, ResidentId person, string? phone, CityCatalogue catalogue, DateOnly today, FieldErrors errors, Language language) =>
        new Reading(catalogue, today, errors, language, "field.named").Of(told, person, phone, "representative.phone");

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

    /// <param name="Words">What the sentences begin with that speak to who acts, or of them.</param>
    private sealed record Reading(CityCatalogue Catalogue, DateOnly Today, FieldErrors Errors, Language Language, string Words)
    {
        public Representative? Of(RepresentativeDetails told, ResidentId? person, string? phone, string phoneField)
        {
            var (basis, relation) = (RepresentationCodes.ParseBasis(told.Basis), RepresentationCodes.ParseRelation(told.Relation));
            var evidence = basis is { } known ? Catalogue.EvidenceOf(known) : null;
            if (evidence is null)
                Errors.Add("representative.basis", "field.representative-basis");
            if (relation is null)
                Errors.Add("representative.relation", Words + "-relation");
            var (name, id, own) = (PersonName.Read(told.Name), ResidentId.Read(told.IdNumber, Today), PhoneNumber.Read(told.Phone));
            if (name is null)
                Errors.Add("representative.name", "field.name");
            if (id is IdReading.Invalid { Problem: var problem })
                Errors.Add("representative.idNumber", SubmissionReading.SentenceOf(problem));
            if (own is null)
                Errors.Add("representative.phone", "field.phone");
            // With it everybody would be both: the code for the person would reach who acts for them.
            if (own is not null && phone == own.Reveal())
                Errors.Add(phoneField, Words + "-phone-same");
            if (basis is null || relation is null || evidence is null || name is null || own is null || person is null || id is not IdReading.Valid { Id: var number })
                return null;
            switch (RepresentationRules.Judge(new(basis.Value, relation.Value, number, told.Until), person, Today))
            {
                case RepresentationReading.Lawful lawful:
                    return new(basis.Value, relation.Value, name, number, own, lawful.Until, lawful.EndsOfAge, evidence);
                case RepresentationReading.Unlawful unlawful:
                    foreach (var fault in unlawful.Faults)
                        Add(fault, RepresentationRules.LatestOf(basis.Value, person, Today));
                    break;
            }
            return null;
        }

        private void Add(RepresentationFault fault, DateOnly? latest)
        {
            switch (fault)
            {
                case RepresentationFault.SamePerson:
                    Errors.Add("representative.idNumber", Words + "-same");
                    break;
                case RepresentationFault.NotOfAge:
                    Errors.Add("representative.idNumber", "field.representative-under-age", RepresentationRules.ComesOfAge);
                    break;
                case RepresentationFault.PersonIsAdult:
                    Errors.Add("representative.basis", Words + "-adult", RepresentationRules.ComesOfAge);
                    break;
                case RepresentationFault.PersonIsChild:
                    Errors.Add("representative.basis", "field.representative-child", RepresentationRules.ComesOfAge);
                    break;
                case RepresentationFault.NotParent:
                    Errors.Add("representative.relation", "field.representative-parent");
                    break;
                case RepresentationFault.TermOutOfRange when latest is { } last:
                    Errors.Add("representative.until", "field.representative-until", Sentences.Day(Language, last));
                    break;
                default:
                    Errors.Add("representative.until", "field.representative-past");
                    break;
            }
        }
    }
}
