using System.Collections.Frozen;
using System.Collections.Immutable;
using OneVisit.Catalogue.Linting;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Interview;
using OneVisit.Domain.Places;
using OneVisit.Domain.Retention;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Catalogue.Reading;

/// <summary>Reads all files of a catalogue; mistakes are collected by <see cref="Faults"/>.</summary>
internal static class CatalogueReader
{
    public static Content Read(CatalogueFiles files)
    {
        var acts = new ActBook(files.Single("acts.yaml"));
        var materials = new MaterialBook(files.Single("materials.yaml"), acts);
        var lifeEvents = new LifeEventBook(files.Single("life-events.yaml"));
        var procedures = new ProcedureReader(acts, new DeciderBook(files.Single("deciders.yaml")));
        var parameters = new ParameterBook(files.Single("parameters.yaml"), files.Single("parameter-words.yaml"), acts);
        var eligibility = new EligibilityReader(acts, parameters, files);
        var services = new ServiceReader(acts, materials, lifeEvents, procedures, eligibility, new WordLint()).Read(files.Of("services"));
        var content = new Content(
            services,
            lifeEvents.All,
            CalendarReader.Read(files.Of("calendars"), acts),
            PlaceReader.Read(files.Single("places.yaml")),
            parameters,
            InterviewReader.Read(files.Single("interview.yaml"), files.HaveFaults ? null : services, lifeEvents.All),
            materials.Names,
            Enum.GetValues<RepresentationBasis>().Select(basis => (basis, Paper: materials.Evidence(basis.Evidence()))).Where(known => known.Paper is not null).ToFrozenDictionary(known => known.basis, known => known.Paper!),
            LegalReasonReader.Read(files.Single("legal-reasons.yaml"), acts),
            SupervisionBook.Criteria(files.Single("review-criteria.yaml"), acts),
            SupervisionBook.Grades(files.Single("rating-tags.yaml")),
            TrainingBook.Read(files.SingleOrNull("trainings.yaml"), files.HaveFaults ? null : services.Where(service => service.IsDelegated).Select(service => service.Code).ToHashSet(StringComparer.Ordinal)),
            RetentionBook.Read(files.SingleOrNull("retention.yaml"), acts, files.HaveFaults ? null : services.Select(service => service.Code).ToHashSet(StringComparer.Ordinal)));
        // A misspelt reference or an unreadable file leaves acts uncited, numbers unread and services missing, too: one mistake is told once.
        if (!files.HaveFaults)
        {
            eligibility.CheckServices(content.Services.Select(service => service.Code).ToHashSet(StringComparer.Ordinal));
            acts.CheckCited();
            parameters.CheckRead();
        }
        return content;
    }

    internal sealed record Content(
        ImmutableArray<Service> Services, ImmutableArray<LifeEvent> LifeEvents, WorkingDayCalendar Calendar, Gazetteer Places, ParameterBook Parameters,
        InterviewPlan Interview, IReadOnlyDictionary<string, Text> Papers, FrozenDictionary<RepresentationBasis, Material> Evidence, ImmutableArray<LegalReason> LegalReasons,
        ReviewCriteria Criteria, RatingGrades Grades, ImmutableArray<TrainingRule> Trainings, RetentionPlan Retention);
}
