using OneVisit.Catalogue;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Law;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Words;
using OneVisit.Papers.Issued;

namespace OneVisit.Functions.Issuing;

/// <summary>The decision letter (决定书, 不予确认决定书, 不予受理决定书) of every case that is decided or turned away.</summary>
public sealed class LetterOfDecision(PersonalData personal, CatalogueShelf shelf, BackOfficeSettings settings) : IOfficePaper
{
    public string Kind => PaperKinds.DecisionLetter;

    public IEnumerable<DuePaper> DueIn(CaseFile file)
    {
        if (file.Current.Decision is not { } decision)
            yield break;
        yield return new(IssuedNumbers.Of(Kind, BeijingTime.DayOf(decision.At).Year, file.CaseId), decision.At, decision.Power?.Office ?? decision.By.Office)
        {
            Seal = decision.Power?.Seal,
            Signers = [.. new[] { decision.By, decision.Second }.OfType<Actor>().Select(Signer)],
        };
    }

    public OfficePaper Set(CaseFile file, DuePaper due, OfficeMarks marks)
    {
        var (current, decision) = (file.Current, file.Current.Decision!);
        return DecisionLetter.Of(
            new DecisionFacts
            {
                Name = personal.NameOf(current).In(Language.Chinese),
                IdMasked = current.Applicant.IdMasked,
                Representative = ActingOnPaper.Of(current, personal, due.At),
                Address = Address(file),
                Service = file.Service.Name,
                Grants = file.Procedure.Grants,
                Outcome = decision.Outcome,
                AppliedOn = current.Promise?.AcceptedOn ?? BeijingTime.DayOf(current.SubmittedAt),
                Found = [.. WhatWasFound.In(current)],
                Arithmetic = [.. Arithmetic(file, decision.Outcome as CaseOutcome.Approved)],
                Basis = [.. Basis(file)],
                Authority = IssuedPhrases.Authority(marks.Point, NameOf(decision, marks), marks.SealNumber, decision.Second is not null),
                DeliverBy = CaseDecisions.DeliverBy(decision, shelf.InForce.Calendar).On,
                Phone = settings.HelpPhone,
            },
            marks with { Laws = [], Issuer = NameOf(decision, marks) });
    }

    // In the name that the authority gives; 行政许可法 §24: of who delegated.
    private static Text NameOf(CaseDecision decision, OfficeMarks marks) =>
        decision.Power is { DecisionName: var name } && name != marks.Issuer.Zh ? new Text(name, name) : marks.Issuer;

    private static Text Signer(Actor by) => OfficeNames.Both(language => ActorWords.Of(by, language) ?? "");

    private static Text Address(CaseFile file)
    {
        var (township, village) = (file.Catalogue.Places.Township(file.Current.Applicant.TownshipCode)?.Name, file.Catalogue.Places.Village(file.Current.Applicant.VillageCode)?.Name);
        return new($"{township?.Zh}{village?.Zh}", string.Join(", ", new[] { village?.En, township?.En }.OfType<string>()));
    }

    private static IEnumerable<LawReference> Basis(CaseFile file)
    {
        var kind = file.Current.Decision?.Outcome is CaseOutcome.NotAccepted ? StageKind.Accept : StageKind.Decide;
        if (file.Procedure.Stages.FirstOrDefault(stage => stage.Kind == kind)?.Law is { } own)
            yield return own;
        foreach (var law in file.Service.Laws)
            yield return law;
    }

    // Computed once more with what the survey found; told only where it gives the very amount that was decided.
    private static IEnumerable<Text> Arithmetic(CaseFile file, CaseOutcome.Approved? approved)
    {
        if ((approved?.Monthly ?? approved?.Once) is not { Yuan: > 0 } decided)
            return [];
        var told = file.Current.Application.Household;
        var found = file.Current.Survey is { } survey
            ? told with { Members = survey.MembersFound ?? told.Members, MonthlyIncome = survey.MonthlyIncomeFound ?? told.MonthlyIncome }
            : told;
        var parameters = file.Catalogue.ParametersOn(BeijingTime.DayOf(file.Current.SubmittedAt));
        return new[] { found, told }
            .Select(household => file.Service.Eligibility.Evaluate(household, parameters).ExplainAmount())
            .Where(amount => amount?.Monthly?.ToFen() == decided.ToFen())
            .Select(amount => Lines(amount!, file)).FirstOrDefault([]);
    }

    private static IEnumerable<Text> Lines(Domain.Eligibility.Payments.AmountTrace amount, CaseFile file)
    {
        var words = new ParameterText(file.Catalogue);
        var (chinese, english) = (AmountWords.Of(amount, words, Language.Chinese).Lines, AmountWords.Of(amount, words, Language.English).Lines);
        return chinese.Zip(english, (zh, en) => new Text(zh, en));
    }
}
