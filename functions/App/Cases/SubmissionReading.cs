using System.Text.RegularExpressions;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Facts;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;
using OneVisit.Functions.Advice;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Cases;

/// <summary>An application, read and found in order.</summary>
internal sealed record Submission(
    SubmitCase Form, Service Service, Household Household, PersonName Name, ResidentId Id, PhoneNumber Phone, Village Village, MaterialList Materials)
{
    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(Submission);
}

/// <summary>Checks everything at once: who applies sees all that has to be mended in one go.</summary>
internal static partial class SubmissionReading
{
    private const int StoryLongest = 1_000;
    private const int VersionLongest = 40;

    /// <returns><c>null</c> when there was an error; <paramref name="errors"/> says which.</returns>
    public static Submission? Of(SubmitCase form, CityCatalogue catalogue, DateOnly today, FieldErrors errors)
    {
        if (form.SubmissionId is null || !SubmissionId().IsMatch(form.SubmissionId))
            errors.Add("submissionId", "field.submission-id");
        if (form.Language is not ("zh-CN" or "en"))
            errors.Add("language", "field.language");
        if (form.PrivacyNotice is not { Length: > 0 and <= VersionLongest })
            errors.Add("privacyNotice", "field.required");
        if (form.Story?.Length > StoryLongest)
            errors.Add("story", "field.text-long", StoryLongest);
        var service = ServiceOf(form, catalogue, today, errors);
        var parameters = catalogue.ParametersOn(today);
        var told = HouseholdReading.Of(form.Household, catalogue.Benefits, today, errors)?.Counted(parameters).Household;
        var (name, id, phone, village) = ApplicantOf(form.Applicant, catalogue, today, errors);
        var materials = service is null || told is null ? null : MaterialList.For(service, told);
        var household = service is null || told is null ? null : KeptFacts.Of(told, service.Eligibility, parameters);
        if (materials is not null && !materials.Codes.Order(StringComparer.Ordinal).SequenceEqual((form.Materials ?? []).Distinct().Order(StringComparer.Ordinal)))
            errors.Add("materials", "field.materials");
        return errors.Any ? null : new(form, service!, household!, name!, id!, phone!, village!, materials!);
    }

    /// <summary>Sixteen to sixty-four letters, digits or hyphens.</summary>
    public static bool IsSubmissionId(string? text) => text is not null && SubmissionId().IsMatch(text);

    private static Service? ServiceOf(SubmitCase form, CityCatalogue catalogue, DateOnly today, FieldErrors errors)
    {
        var service = form.Service is null ? null : catalogue.Find(form.Service);
        if (service is null)
            errors.Add("service", "field.service-unknown");
        else if (!service.TakesApplications || !service.ExistsOn(today))
            errors.Add("service", "field.service-not-open");
        return service;
    }

    private static (PersonName?, ResidentId?, PhoneNumber?, Village?) ApplicantOf(
        ApplicantDetails? applicant, CityCatalogue catalogue, DateOnly today, FieldErrors errors)
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
        if (phone is null)
            errors.Add("applicant.phone", "field.phone");
        return (name, (id as IdReading.Valid)?.Id, phone, VillageOf(applicant.Village, catalogue.Places, errors));
    }

    private static Village? VillageOf(string? code, Gazetteer places, FieldErrors errors)
    {
        var village = code is null ? null : places.Village(code);
        if (village is null)
            errors.Add("applicant.village", "field.village");
        else if (places.Township(village.Township) is not { Active: true })
            errors.Add("applicant.village", "field.village-inactive");
        return village;
    }

    private static string SentenceOf(IdProblem problem) => problem switch
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
