using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;
using OneVisit.Functions.Advice;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Cases;

/// <summary>Checks everything at once: who applies sees all that has to be mended in one go.</summary>
internal sealed partial class SubmissionReading(CityCatalogue catalogue, DateOnly today, FieldErrors errors, Language language)
{
    private const int StoryLongest = 1_000;
    private const int VersionLongest = 40;

    /// <summary>Of a form for one service.</summary>
    /// <returns><c>null</c> when there was an error.</returns>
    public Submission? Of(SubmitCase form)
    {
        var service = ServicesReading.One(form.Service, "service", catalogue, today, errors);
        return Read(
            new(form.SubmissionId, service is null ? [] : [service.Code], form.Language, form.Household, form.Applicant, form.Materials, form.PrivacyNotice,
                form.MandateToAgent, form.Story, form.Choices, form.Mandate) { Relatives = form.Relatives, Representative = form.Representative },
            service is null ? [] : [service]);
    }

    /// <summary>Of a form for several services.</summary>
    /// <returns><c>null</c> when there was an error.</returns>
    public Submission? Of(SubmitApplication form) => Read(form, ServicesReading.Of(form.Services, catalogue, today, errors, language));

    /// <summary>Sixteen to sixty-four letters, digits or hyphens.</summary>
    public static bool IsSubmissionId(string? text) => text is not null && SubmissionId().IsMatch(text);

    private Submission? Read(SubmitApplication form, ImmutableArray<Service> services)
    {
        if (!IsSubmissionId(form.SubmissionId))
            errors.Add("submissionId", "field.submission-id");
        if (form.Language is not ("zh-CN" or "en"))
            errors.Add("language", "field.language");
        if (form.PrivacyNotice is not { Length: > 0 and <= VersionLongest })
            errors.Add("privacyNotice", "field.required");
        if (form.Story?.Length > StoryLongest)
            errors.Add("story", "field.text-long", StoryLongest);
        if (form.Relatives is { } relatives && (relatives.Answer is not ("yes" or "no" or "unknown") || (relatives.Answer == "yes" && Domain.Cases.PlainText.Of(relatives.Who).Length is < 1 or > Domain.Cases.Limits.RelativeLongest)))
            errors.Add("relatives", "field.relatives", Domain.Cases.Limits.RelativeLongest);
        var household = HouseholdReading.Of(form.Household, catalogue.Benefits, today, errors)?.Counted(catalogue.ParametersOn(today)).Household;
        var (name, id, phone, village) = ApplicantOf(form.Applicant, mayLackPhone: form.Representative is not null);
        var acting = form.Representative is { } told ? RepresentativeReading.Of(told, form, services, id, phone, catalogue, today, errors, language) : null;
        var (materials, choice) = household is null || services.IsEmpty || (form.Representative is not null && acting is null) ? default : ListOf(form, services, household, acting);
        return errors.Any ? null : new(form, catalogue, services, household!, name!, id!, phone, village!, materials!, choice!) { Representative = acting };
    }

    private (MaterialList, MaterialChoice) ListOf(SubmitApplication form, ImmutableArray<Service> services, Household household, Representative? acting)
    {
        var list = MaterialList.For(services, household, today, form.MandateToAgent);
        if (acting is not null)
            list = list.Showing(acting.Evidence, services.Select(service => service.Code));
        if (!list.Codes.SequenceEqual((form.Materials ?? []).Distinct().Order(StringComparer.Ordinal)))
            errors.Add("materials", "field.materials");
        return (list, ChoiceReading.Of(form.Choices, list, errors, language));
    }

    private (PersonName?, ResidentId?, PhoneNumber?, Village?) ApplicantOf(ApplicantDetails? applicant, bool mayLackPhone)
    {
        if (applicant is null)
        {
            errors.Add("applicant", "field.required");
            return default;
        }

        var name = PersonName.Read(applicant.Name);
        if (name is null)
            errors.Add("applicant.name", "field.name");
        var id = ResidentId.Read(applicant.IdNumber, today);
        if (id is IdReading.Invalid { Problem: var problem })
            errors.Add("applicant.idNumber", SentenceOf(problem));
        var phone = PhoneNumber.Read(applicant.Phone);
        if (phone is null && !(mayLackPhone && string.IsNullOrWhiteSpace(applicant.Phone)))
            errors.Add("applicant.phone", "field.phone");
        var village = VillageOf(applicant.Village);
        if (applicant.Grid is { } grid && (catalogue.Places.Grid(grid) is not { } known || known.Village != village?.Code))
            errors.Add("applicant.grid", "field.grid");
        return (name, (id as IdReading.Valid)?.Id, phone, village);
    }

    // A conversation may have begun before the village went into another one.
    private Village? VillageOf(string? code)
    {
        var village = code is null ? null : catalogue.Places.Today(code);
        if (village is null)
            errors.Add("applicant.village", "field.village");
        else if (catalogue.Places.Township(village.Township) is not { Active: true })
            errors.Add("applicant.village", "field.village-inactive");
        return village;
    }

    internal static string SentenceOf(IdProblem problem) => problem switch
    {
        IdProblem.Empty => "field.id-empty",
        IdProblem.WrongLength => "field.id-length",
        IdProblem.WrongCharacter => "field.id-character",
        IdProblem.ImpossibleDate => "field.id-date",
        IdProblem.FutureBirth => "field.id-future",
        _ => "field.id-check",
    };

    [GeneratedRegex(@"^[A-Za-z0-9-]{16,64}\z")]
    private static partial Regex SubmissionId();
}
