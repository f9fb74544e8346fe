using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;
using OneVisit.Functions.Advice;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Forms;

/// <summary>An application that is still being written: what is not told yet is <c>null</c>.</summary>
internal sealed record FormDraft(
    CityCatalogue Catalogue, ImmutableArray<Service> Services, Household Household, PersonName? Name, ResidentId? Id, PhoneNumber? Phone, Village? Village, bool MandateToAgent)
{
    /// <summary>What is told has to be right; what is not told stays a place to write.</summary>
    /// <returns><c>null</c> when there was an error; <paramref name="errors"/> says which.</returns>
    public static FormDraft? Of(SubmitApplication form, CityCatalogue catalogue, DateOnly today, FieldErrors errors, Language language)
    {
        var services = ServicesReading.Of(form.Services, catalogue, today, errors, language);
        var household = form.Household is null ? new Household() : HouseholdReading.Of(form.Household, catalogue.Benefits, today, errors);
        var told = form.Applicant;
        var draft = new FormDraft(
            catalogue, services, household ?? new(),
            Read(told?.Name, PersonName.Read, "applicant.name", "field.name", errors),
            Read(told?.IdNumber, text => (ResidentId.Read(text, today) as IdReading.Valid)?.Id, "applicant.idNumber", "field.id-check", errors),
            Read(told?.Phone, PhoneNumber.Read, "applicant.phone", "field.phone", errors),
            Read(told?.Village, catalogue.Places.Today, "applicant.village", "field.village", errors),
            form.MandateToAgent)
        {
            Representative = form.Representative is { } acting ? RepresentativeOf(acting, today, errors) : null,
        };
        return errors.Any ? null : draft;
    }

    /// <summary>Who acts for the applicant; <c>null</c>: nobody does.</summary>
    public DraftRepresentative? Representative { get; init; }

    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(FormDraft);

    private static DraftRepresentative? RepresentativeOf(RepresentativeDetails told, DateOnly today, FieldErrors errors)
    {
        if (RepresentationCodes.ParseBasis(told.Basis) is not { } basis)
        {
            errors.Add("representative.basis", "field.representative-basis");
            return null;
        }
        return new(
            basis, RepresentationCodes.ParseRelation(told.Relation),
            Read(told.Name, PersonName.Read, "representative.name", "field.name", errors),
            Read(told.IdNumber, text => (ResidentId.Read(text, today) as IdReading.Valid)?.Id, "representative.idNumber", "field.id-check", errors),
            Read(told.Phone, PhoneNumber.Read, "representative.phone", "field.phone", errors), told.Until);
    }

    private static T? Read<T>(string? text, Func<string, T?> read, string field, string sentence, FieldErrors errors)
        where T : class
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var value = read(text);
        if (value is null)
            errors.Add(field, sentence);
        return value;
    }
}

/// <summary>Who acts for the applicant, as far as it is told.</summary>
internal sealed record DraftRepresentative(RepresentationBasis Basis, RepresentativeRelation? Relation, PersonName? Name, ResidentId? Id, PhoneNumber? Phone, DateOnly? Until)
{
    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(DraftRepresentative);
}
