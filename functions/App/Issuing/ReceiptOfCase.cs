using OneVisit.Catalogue;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Words;
using OneVisit.Papers.Issued;

namespace OneVisit.Functions.Issuing;

/// <summary>The receipt (受理通知书) of every case that is accepted. 行政许可法 §32.</summary>
public sealed class ReceiptOfCase(PersonalData personal, CatalogueShelf shelf, BackOfficeSettings settings) : IOfficePaper
{
    public string Kind => PaperKinds.Receipt;

    public IEnumerable<DuePaper> DueIn(CaseFile file)
    {
        if (file.Current.Promise is { } promise)
            yield return new(IssuedNumbers.Of(Kind, promise.AcceptedOn.Year, file.CaseId), Accepting(file)?.Done?.At ?? file.Current.SubmittedAt,
                Accepting(file)?.Office ?? Offices.InChargeOf(file.Current.Applicant.VillageCode, OfficeLevel.Township));
    }

    public OfficePaper Set(CaseFile file, DuePaper due, OfficeMarks marks)
    {
        var (current, promise) = (file.Current, file.Current.Promise!);
        return Receipt.Of(
            new ReceiptFacts
            {
                Name = personal.NameOf(current).In(Language.Chinese),
                IdMasked = current.Applicant.IdMasked,
                Representative = ActingOnPaper.Of(current, personal, due.At),
                Service = file.Service.Name,
                AcceptedOn = promise.AcceptedOn,
                Papers = [.. current.Application.Materials.Select(listed => Paper(listed, file))],
                Steps = [.. Steps(file, promise.AcceptedOn)],
                WorkingDays = file.Procedure.TotalWorkingDays,
                DueOn = promise.Due.On,
                DueIsProvisional = promise.Due.IsProvisional,
                Decider = file.Procedure.Decider is { IsTownship: false } other ? other.Name : OfficeNames.Both(language => OfficeNames.Decider(due.Office, file.Catalogue.Places, language)),
                Agent = current.Mandate is { } mandate ? OfficeNames.Both(language => ActorWords.OfOffice(mandate.HolderOffice, file.Catalogue.Places, language)) : null,
                Phone = settings.HelpPhone,
            },
            marks);
    }

    // Where an officer accepts, the receipt is of that day and of that office.
    private static CaseTask? Accepting(CaseFile file) => file.Current.Tasks.LastOrDefault(task => task is { Kind: StageKind.Accept, IsOpen: false });

    private static ReceivedPaper Paper(ListedMaterial listed, CaseFile file)
    {
        var known = CaseWords.KnownPaper(file, listed.Code);
        var name = OfficeNames.Both(language => CaseWords.PaperName(file, listed.Code, language));
        if (file.Current.Has(listed.Code))
            return new(name, ReceiptState.Received);
        if (known is { Prefilled: true })
            return new(name, ReceiptState.Prefilled);
        if (listed.HeldByPlatform)
            return new(name, ReceiptState.Held, known?.HeldBy ?? known?.Register);
        return listed switch
        {
            { LaterBy: { } day } => new(name, ReceiptState.Later, LaterBy: day),
            { ByCommitment: true } => new(name, ReceiptState.Committed),
            _ => new(name, ReceiptState.Needed),
        };
    }

    // Stages that run side by side are one line when they end on one day.
    private IEnumerable<NextStep> Steps(CaseFile file, DateOnly acceptedOn)
    {
        var days = CaseDecisions.PlanOf(file.Procedure, acceptedOn, shelf.InForce.Calendar).ToDictionary(step => step.Stage.Id, step => step.By, StringComparer.Ordinal);
        foreach (var step in file.Procedure.Steps.SkipWhile(step => step.Stages.All(stage => stage.Kind != StageKind.Accept)))
        {
            var told = step.Stages.Where(stage => stage.Kind is not (StageKind.Accept or StageKind.Close or StageKind.File));
            foreach (var together in told.GroupBy(stage => (By: days[stage.Id], Days: stage.Limit.CalendarDays)))
                yield return new NextStep(IssuedPhrases.Together(together.Select(stage => stage.Name)), together.Key.By, together.Key.Days);
        }
    }
}
