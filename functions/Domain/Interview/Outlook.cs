using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Facts;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Interview;

/// <summary>What may still be asked, and in which form: one by one, or by a list that has not been asked yet.</summary>
internal sealed class Outlook
{
    private const decimal Thousand = 1000;

    private readonly InterviewPlan plan;
    private readonly QuestionSet closed;
    private readonly UInt128 held;
    private readonly bool[] isListed = new bool[Checklists.All.Length];

    public Outlook(InterviewPlan plan, Told told, Household household, ImmutableArray<Question> held)
    {
        this.plan = plan;
        Household = household;
        closed = Folding.Closed(told, household);
        foreach (var question in held)
            this.held |= QuestionSet.Bit(question);
        foreach (var answered in told.Answers)
        {
            if (answered.Inquiry.Checklist is { } checklist)
                isListed[(int)checklist] = true;
        }
    }

    public Household Household { get; }

    /// <summary>Does an answer to this inquiry tell the fact?</summary>
    public static bool Covers(Inquiry inquiry, Fact fact) => inquiry switch
    {
        { Question: { } question } => fact == new Fact(question, inquiry.Person),
        { Checklist: Checklist.WhatIsDrawn } => fact.Question is Question.Draws or Question.PersonDraws,
        { Checklist: { } checklist } => fact.Person is null && (Checklists.FactsOf(checklist) & QuestionSet.Bit(fact.Question)) != 0,
        _ => false,
    };

    /// <summary>Open facts of all services that may be asked for.</summary>
    public QuestionSet Open(ImmutableArray<ServiceVerdict> verdicts)
    {
        var open = QuestionSet.None;
        foreach (var verdict in verdicts)
            open |= OpenOf(verdict.Evaluation);
        return Askable(open);
    }

    /// <summary>Facts that decide the verdict, or whether further people qualify.</summary>
    public static QuestionSet OpenOf(in Evaluation evaluation) => evaluation.Verdict is Verdict.Likely ? evaluation.OpenFurther : evaluation.Open;

    public QuestionSet Askable(in QuestionSet open) => open.Without(closed).WithoutEverywhere(held);

    /// <summary>What would be asked of these facts, in no order.</summary>
    public void Inquiries(in QuestionSet open, List<Inquiry> into)
    {
        var household = open.OfHousehold;
        var drawn = PeopleWith(open, Question.PersonDraws);
        foreach (var checklist in Checklists.All)
        {
            if (!UsesList(checklist, household, drawn))
                continue;
            into.Add(Inquiry.List(checklist, checklist == Checklist.WhoIsThere ? 0 : null));
            household &= ~Checklists.FactsOf(checklist);
        }
        for (; household != 0; household &= household - 1)
            into.Add(Inquiry.About((Question)(int)UInt128.TrailingZeroCount(household)));
        var listsDraws = UsesList(Checklist.WhatIsDrawn, open.OfHousehold, drawn);
        for (var at = 0; at < (Household.People?.Length ?? 0); at++)
        {
            for (var bits = open.OfPerson(at); bits != 0; bits &= bits - 1)
            {
                var question = (Question)(int)UInt128.TrailingZeroCount(bits);
                if (question != Question.PersonDraws || !listsDraws)
                    into.Add(Inquiry.About(question, at));
            }
        }
    }

    /// <summary>Effort of asking all of these facts, with what they usually lead to.</summary>
    public double EffortOf(in QuestionSet open, int people) => Sum(open, people, static planned => planned.Effort + planned.Ahead);

    /// <summary>About how many questions these verdicts need.</summary>
    public int QuestionsAhead(ImmutableArray<ServiceVerdict> verdicts)
    {
        var open = Open(verdicts);
        var people = Household.People?.Length ?? 0;
        var all = Sum(open, people, static planned => 1 + planned.Ahead);
        var household = Sum(open, 0, static planned => 1 + planned.Ahead);
        // The age of a person, asked first, closes about half of what else there is to ask of them.
        return (int)Math.Round(household + (all - household) / 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>What to offer; what is known already is left out.</summary>
    public ImmutableArray<Option> OptionsOf(Inquiry inquiry, EligibilityParameters parameters, ImmutableArray<ServiceVerdict> verdicts) => inquiry.Checklist switch
    {
        null => [],
        Checklist.Registration => [new(Options.HereRural), new(Options.HereUrban), new(Options.Elsewhere)],
        Checklist.WhoIsThere => PeopleOptions(inquiry.Person ?? 0, verdicts),
        Checklist.WhatIsDrawn => [.. plan.Benefits.Select(code => new Option(code))],
        { } checklist => [.. Of(checklist, parameters).Where(option => IsOpen(option.Question)).Select(option => option.Option)],
    };

    private double Sum(in QuestionSet open, int people, Func<PlannedInquiry, double> of)
    {
        var sum = 0d;
        var household = open.OfHousehold;
        var drawn = PeopleWith(open, Question.PersonDraws);
        var listsDraws = UsesList(Checklist.WhatIsDrawn, household, drawn);
        foreach (var checklist in Checklists.All)
        {
            if (!UsesList(checklist, household, drawn))
                continue;
            sum += of(plan[checklist]);
            household &= ~Checklists.FactsOf(checklist);
        }
        for (; household != 0; household &= household - 1)
            sum += of(plan[(Question)(int)UInt128.TrailingZeroCount(household)]);
        for (var at = 0; at < people; at++)
        {
            for (var bits = open.OfPerson(at); bits != 0; bits &= bits - 1)
            {
                var question = (Question)(int)UInt128.TrailingZeroCount(bits);
                if (question != Question.PersonDraws || !listsDraws)
                    sum += of(plan[question]);
            }
        }
        return sum;
    }

    // A list is worth while where it answers two facts or more; who is there and what is drawn is never asked otherwise at first.
    private bool UsesList(Checklist checklist, UInt128 household, bool drawn) => !isListed[(int)checklist] && checklist switch
    {
        Checklist.WhoIsThere => (household & Checklists.FactsOf(checklist)) != 0,
        Checklist.WhatIsDrawn => drawn || (household & Checklists.FactsOf(checklist)) != 0,
        _ => UInt128.PopCount(household & Checklists.FactsOf(checklist)) >= 2,
    };

    private bool PeopleWith(in QuestionSet open, Question question)
    {
        for (var at = 0; at < (Household.People?.Length ?? 0); at++)
        {
            if ((open.OfPerson(at) & QuestionSet.Bit(question)) != 0)
                return true;
        }
        return false;
    }

    private bool IsOpen(Question question) =>
        FactBook.Read(Household, question, null) is null && ((closed.OfHousehold | held) & QuestionSet.Bit(question)) == 0;

    private ImmutableArray<Option> PeopleOptions(int person, ImmutableArray<ServiceVerdict> verdicts)
    {
        var somebody = Household with { People = [new Person()] };
        var open = QuestionSet.None;
        foreach (var verdict in verdicts)
            open |= verdict.Evaluation.Of(somebody).Open;
        return
        [
            new(Options.Elder), new(Options.Child), new(Options.Disabled), new(Options.GravelyIll), new(Options.Helpless),
            .. open.Contains(new Fact(Question.LayOff, 0)) ? [new Option(Options.LaidOff)] : Array.Empty<Option>(),
            .. open.Contains(new Fact(Question.WasOrphan, 0)) ? [new Option(Options.OrphanStudent)] : Array.Empty<Option>(),
            .. Household.Members is { } members && person + 1 >= members ? Array.Empty<Option>() : [new Option(Options.Another)],
        ];
    }

    private IEnumerable<(Question Question, Option Option)> Of(Checklist checklist, EligibilityParameters parameters) => checklist switch
    {
        Checklist.Belongings =>
        [
            (Question.Car, new(Options.Car)), (Question.Homes, new(Options.SecondHome)), (Question.NonResidentialProperty, new(Options.Shop)),
            (Question.BusinessCapital, new(Options.Business, parameters.BusinessCapitalLimit?.Value.Yuan ?? 0)),
            (Question.FinancialAssets, new(Options.Savings, SavingsLimit(parameters))),
        ],
        Checklist.WhatHappened =>
        [
            (Question.Emergency, new(Options.Fire)), (Question.Emergency, new(Options.Accident)), (Question.Emergency, new(Options.SuddenIllness)),
            (Question.Deceased, new(Options.Death)),
        ],
        Checklist.Spending =>
        [
            (Question.MedicalSpending, new(Options.Medical)), (Question.RehabilitationSpending, new(Options.Rehabilitation)),
            (Question.EducationSpending, new(Options.Education)),
        ],
        _ => [],
    };

    // Of one person while nobody knows how many there are: who ticks it is asked for the sum.
    private decimal SavingsLimit(EligibilityParameters parameters) =>
        parameters is { StandardUrban: { } standard, FinancialAssetMonths: { } months }
            ? Math.Floor(standard.Value.Yuan * months.Value * (Household.Members ?? 1) / Thousand) * Thousand
            : 0;
}
