using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Mandates;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage.MasterKeys;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.FrontDoor;

/// <summary>Who holds the family's telephone is not yet the household: a case opens to who has proven whose it is.</summary>
public sealed class ProofTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string NewPhone = "resident:bmV3VGVsZXBob25lMTIzNA";

    [Fact]
    public async Task Without_a_proof_a_case_is_neither_shown_nor_acted_on()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        office.ForgetProofs();

        (HttpMethod Method, string Route, object? Body)[] doors =
        [
            (HttpMethod.Get, Routes.MyCases, null), (HttpMethod.Get, $"cases/{journey.CaseId}", null), (HttpMethod.Get, $"cases/{journey.CaseId}/folder", null), (HttpMethod.Get, $"cases/{journey.CaseId}/mandate", null),
            (HttpMethod.Get, $"cases/{journey.CaseId}/forms/M01", null), (HttpMethod.Get, $"cases/{journey.CaseId}/forms/M01/text", null), (HttpMethod.Get, $"cases/{journey.CaseId}/papers/receipt", null), (HttpMethod.Get, $"cases/{journey.CaseId}/documents/x", null),
            (HttpMethod.Delete, $"cases/{journey.CaseId}/mandate", null), (HttpMethod.Post, $"cases/{journey.CaseId}/mandate", null), (HttpMethod.Post, $"cases/{journey.CaseId}/rating", new RateCase(5)), (HttpMethod.Get, $"agents?case={journey.CaseId}", null),
            (HttpMethod.Post, $"cases/{journey.CaseId}/changes", new ReportChange(Guid.NewGuid().ToString(), "change", "家里多了一口人，特此报告")), (HttpMethod.Post, $"cases/{journey.CaseId}/survey/objection", new ObjectToSurvey("查得不对")),
            (HttpMethod.Post, $"cases/{journey.CaseId}/differences", new AnswerDifferences(true, null)), (HttpMethod.Post, Routes.MandateCodes, new MandateCodeRequest(new MandateOffer(), journey.CaseId)),
            (HttpMethod.Post, $"cases/{journey.CaseId}/documents", Photo()),
        ];
        foreach (var (method, route, body) in doors)
        {
            using var answer = await office.SendAsync(method, route, Town.Resident, body);
            Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.ProofNeeded, route), (answer.StatusCode, (await Office.ProblemAsync(answer)).Code, route));
        }
    }

    [Fact]
    public async Task What_was_typed_for_one_application_opens_that_application_alone()
    {
        await using var office = await Office.OpenAsync(azurite);
        var first = await Journey.BeginAsync(office);
        office.ForgetProofs();

        var second = await Journey.ApplyAsync(office, "D1.2");

        Assert.Equal([second.CaseId], (await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.Resident)).Select(each => each.CaseId));
        using var other = await office.SendAsync(HttpMethod.Get, $"cases/{first.CaseId}", Town.Resident);
        Assert.Equal(ProblemCodes.ProofNeeded, (await Office.ProblemAsync(other)).Code);
    }

    [Fact]
    public async Task The_code_to_the_telephone_on_record_opens_all_cases_of_the_person()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (first, second) = (await Journey.BeginAsync(office), await Journey.BeginAsync(office));
        office.ForgetProofs();

        var taken = await ProveAsync(office, Town.Resident);

        Assert.Equal(new ProofTaken(2, 0), taken);
        Assert.Equal(new[] { first.CaseId, second.CaseId }.Order(), (await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.Resident)).Select(each => each.CaseId).Order());
        Assert.Equal(first.CaseId, (await first.SeeAsync()).CaseId);
    }

    [Fact]
    public async Task A_proof_is_over_after_half_an_hour_without_use_and_after_half_a_day_at_most()
    {
        var clock = new MovableClock(Office.Morning);
        await using var office = await Office.OpenAsync(azurite, services: services => services.AddSingleton(new SessionClock(clock)));
        var journey = await Journey.BeginAsync(office);

        var used = 0;
        for (var now = Office.Morning; now < Office.Morning.AddHours(11.9); now = now.AddMinutes(20), used++)
        {
            clock.MoveTo(now);
            await journey.SeeAsync();
        }
        clock.MoveTo(Office.Morning.AddHours(12));
        using var tooLong = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Resident);
        Assert.Equal((36, HttpStatusCode.Forbidden), (used, tooLong.StatusCode));

        await ProveAsync(office, Town.Resident);
        clock.MoveTo(Office.Morning.AddHours(12.6));
        using var unused = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Resident);
        Assert.Equal(HttpStatusCode.Forbidden, unused.StatusCode);
    }

    [Fact]
    public async Task What_waited_for_the_office_counts_when_it_was_done_and_looking_does_not()
    {
        var clock = new MovableClock(Office.Morning);
        await using var office = await Office.OpenAsync(azurite, services: services => services.AddSingleton(new SessionClock(clock)));
        var journey = await Journey.BeginAsync(office, mandate: true);
        clock.MoveTo(Office.Morning.AddHours(20));

        using var looks = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Resident, actedAt: Office.Morning);
        using var acts = await office.SendAsync(HttpMethod.Delete, $"cases/{journey.CaseId}/mandate", Town.Resident, actedAt: Office.Morning);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (looks.StatusCode, acts.StatusCode));
    }

    [Fact]
    public async Task A_word_of_one_conversation_is_nothing_in_another_and_a_changed_one_nothing_at_all()
    {
        await using var office = await Office.OpenAsync(azurite);
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, Applications.Ordinary());
        var caseId = (await Office.ReadAsync<CaseReceipt>(answer)).CaseId;
        var word = answer.Headers.GetValues(Headers.Proof).Single();
        await office.SettleAsync();
        office.ForgetProofs();

        Assert.Equal(HttpStatusCode.OK, await WithAsync(office, Town.Resident, caseId, word));
        Assert.Equal(HttpStatusCode.NotFound, await WithAsync(office, Town.OtherResident, caseId, word));
        Assert.Equal(HttpStatusCode.Forbidden, await WithAsync(office, Town.Resident, caseId, word.Replace("case-", "case-X", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Forbidden, await WithAsync(office, Town.Resident, caseId, string.Join('.', word.Split('.').Select((part, place) => place == 2 ? "9999999999" : part))));
        foreach (var odd in (string[])["", ".", "...", "a.b.c.d", new string(',', 500), new string('.', 5_000)])
            Assert.Equal(HttpStatusCode.Forbidden, await WithAsync(office, Town.Resident, caseId, odd));
    }

    [Fact]
    public async Task Another_key_signs_from_now_on_and_what_the_older_one_signed_is_good_until_that_is_disabled()
    {
        await using var office = await Office.OpenAsync(azurite);
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, Applications.Ordinary());
        var caseId = (await Office.ReadAsync<CaseReceipt>(answer)).CaseId;
        var word = answer.Headers.GetValues(Headers.Proof).Single();
        await office.SettleAsync();
        var (ring, first) = (office.Services.GetRequiredService<ProofKeys>().Ring, Convert.FromBase64String(office.Setting("OneVisit__ProofKey")));
        var other = RandomNumberGenerator.GetBytes(32);

        ring.Replace(new SealingKeys("k2", new Dictionary<string, byte[]> { ["k1"] = first, ["k2"] = other }));
        Assert.Equal(HttpStatusCode.OK, await WithAsync(office, Town.Resident, caseId, word));
        using var later = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.OtherResident, Applications.Ordinary());
        Assert.Equal("k2", later.Headers.GetValues(Headers.Proof).Single().Split('.')[^2]);

        ring.Replace(new SealingKeys("k2", new Dictionary<string, byte[]> { ["k2"] = other }));
        Assert.Equal(HttpStatusCode.Forbidden, await WithAsync(office, Town.Resident, caseId, word));
    }

    [Theory]
    [InlineData("OneVisit__LookupKey")]
    [InlineData("OneVisit__SealingKey")]
    [InlineData("OneVisit__FrontDoorKey")]
    public async Task No_other_key_of_the_city_signs_a_proof(string setting)
    {
        await using var office = await Office.OpenAsync(azurite);
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, Applications.Ordinary());
        var (caseId, word) = ((await Office.ReadAsync<CaseReceipt>(answer)).CaseId, answer.Headers.GetValues(Headers.Proof).Single());
        await office.SettleAsync();
        var said = word[..word.LastIndexOf('.', word.LastIndexOf('.') - 1)];

        Assert.Equal(HttpStatusCode.Forbidden, await WithAsync(office, Town.Resident, caseId, Signed(setting)));
        Assert.Equal(HttpStatusCode.OK, await WithAsync(office, Town.Resident, caseId, Signed("OneVisit__ProofKey")));

        string Signed(string name) => new ProofSeal(new KeyRing(new SealingKeys(Convert.FromBase64String(office.Setting(name))))).Sign(Town.Resident, said);
    }

    [Theory]
    [InlineData(Applications.Name, "370982198001010010")]
    [InlineData("王小二", Applications.IdNumber)]
    public async Task Somebody_unknown_and_a_wrong_name_are_answered_like_a_right_one(string name, string idNumber)
    {
        var telephones = new Telephones();
        await using var office = await Office.OpenAsync(azurite, services: services => services.AddSingleton<ICodeGateway>(telephones));
        await Journey.BeginAsync(office, mandate: false);

        using var right = await office.SendAsync(HttpMethod.Post, Routes.ProofCodes, NewPhone, new ProofRequest(Applications.Name, Applications.IdNumber));
        using var other = await office.SendAsync(HttpMethod.Post, Routes.ProofCodes, Town.OtherResident, new ProofRequest(name, idNumber));
        Assert.Equal((right.StatusCode, await right.Content.ReadAsStringAsync()), (other.StatusCode, await other.Content.ReadAsStringAsync()));
        Assert.Equal([Applications.Phone], telephones.Rung.Select(rung => rung.Phone));

        var wrong = telephones.Rung.Single().Code == "000000" ? "000001" : "000000";
        using var rightPerson = await office.SendAsync(HttpMethod.Post, Routes.Proof, NewPhone, new ProofRequest(Applications.Name, Applications.IdNumber, wrong));
        using var otherPerson = await office.SendAsync(HttpMethod.Post, Routes.Proof, Town.OtherResident, new ProofRequest(name, idNumber, wrong));
        Assert.Equal((rightPerson.StatusCode, await rightPerson.Content.ReadAsStringAsync()), (otherPerson.StatusCode, await otherPerson.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, otherPerson.StatusCode);
    }

    [Fact]
    public async Task On_a_new_telephone_the_code_brings_the_cases_and_cuts_off_the_old_conversation()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.NoticesAsync();

        Assert.Equal(new ProofTaken(1, 1), await ProveAsync(office, NewPhone));
        await office.SettleAsync();

        Assert.Equal(journey.CaseId, (await office.GetAsync<CaseView>($"cases/{journey.CaseId}", NewPhone)).CaseId);
        using var old = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Resident);
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
        Assert.Empty(await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.Resident));
        await journey.CollectAsync();
        var notices = await journey.NoticesAsync();
        Assert.Equal([NoticeKinds.CaseMoved], notices.Where(notice => notice.To == Town.Resident).Select(notice => notice.Kind));
        Assert.Contains(notices, notice => notice.To == NewPhone);
    }

    [Fact]
    public async Task Who_applies_in_anothers_name_with_a_telephone_of_their_own_opens_nothing_of_theirs()
    {
        var telephones = new Telephones();
        await using var office = await Office.OpenAsync(azurite, services: services => services.AddSingleton<ICodeGateway>(telephones));
        var theirs = await Journey.BeginAsync(office, mandate: false);
        var thief = Applications.Ordinary(mandate: false);
        using var applied = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.OtherResident, thief with { Applicant = thief.Applicant with { Phone = "13900001111" } });
        var made = (await Office.ReadAsync<CaseReceipt>(applied)).CaseId;
        await office.SettleAsync();

        using var sent = await office.SendAsync(HttpMethod.Post, Routes.ProofCodes, Town.OtherResident, new ProofRequest(Applications.Name, Applications.IdNumber));
        var code = telephones.Rung.Single(rung => rung.Phone == "13900001111").Code;
        using var proven = await office.SendAsync(HttpMethod.Post, Routes.Proof, Town.OtherResident, new ProofRequest(Applications.Name, Applications.IdNumber, code));

        Assert.Equal(new ProofTaken(1, 0), await Office.ReadAsync<ProofTaken>(proven));
        Assert.Equal([made], (await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.OtherResident)).Select(each => each.CaseId));
        Assert.Equal(theirs.CaseId, (await theirs.SeeAsync()).CaseId);
    }

    [Fact]
    public async Task Codes_are_few_and_tries_are_few()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Journey.BeginAsync(office);
        var claimed = new ProofRequest(Applications.Name, Applications.IdNumber);

        using var first = await office.SendAsync(HttpMethod.Post, Routes.ProofCodes, NewPhone, claimed);
        var code = (await Office.ReadAsync<ProofCodeSent>(first)).DemoCode!;
        for (var tries = 0; tries < 5; tries++)
        {
            using var wrong = await office.SendAsync(HttpMethod.Post, Routes.Proof, NewPhone, claimed with { Code = code == "000000" ? "000001" : "000000" });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }
        using var late = await office.SendAsync(HttpMethod.Post, Routes.Proof, NewPhone, claimed with { Code = code });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);

        var answers = new List<HttpStatusCode>();
        for (var more = 0; more < 5; more++)
        {
            using var sent = await office.SendAsync(HttpMethod.Post, Routes.ProofCodes, NewPhone, claimed);
            answers.Add(sent.StatusCode);
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task However_often_others_asked_the_household_still_gets_its_code()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Journey.BeginAsync(office);

        for (var stranger = 0; stranger < 3; stranger++)
            Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(office, Stranger(stranger), times: 6))[^1]);

        Assert.Equal([HttpStatusCode.Accepted], await AskAsync(office, NewPhone, times: 1));
    }

    [Fact]
    public async Task One_telephone_is_not_flooded_and_the_conversation_that_has_the_case_is_heard_all_the_same()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();

        var answers = new List<HttpStatusCode>();
        for (var stranger = 0; stranger < 6; stranger++)
            answers.AddRange(await AskAsync(office, Stranger(stranger), times: 5));

        Assert.Equal(20, answers.Count(answer => answer == HttpStatusCode.Accepted));
        Assert.Equal([HttpStatusCode.TooManyRequests], await AskAsync(office, NewPhone, times: 1));
        Assert.Equal([HttpStatusCode.Accepted], await AskAsync(office, Town.Resident, times: 1));
    }

    [Fact]
    public async Task However_many_asked_about_somebody_unknown_the_answers_are_those_about_somebody_known()
    {
        await using var office = await Office.OpenAsync(azurite);
        var answers = new List<HttpStatusCode>();

        for (var stranger = 0; stranger < 6; stranger++)
            answers.AddRange(await AskAsync(office, Stranger(stranger), times: 5));

        Assert.Equal(20, answers.Count(answer => answer == HttpStatusCode.Accepted));
    }

    [Fact]
    public async Task Who_applied_before_in_somebodys_name_crowds_their_telephone_out_neither_by_one_conversation_nor_by_several()
    {
        var telephones = new Telephones();
        await using var office = await Office.OpenAsync(azurite, services: services => services.AddSingleton<ICodeGateway>(telephones));
        for (var stranger = 0; stranger < 5; stranger++)
        {
            var thief = Applications.Ordinary(mandate: false);
            // Two of the five from one conversation.
            using var applied = await office.SendAsync(HttpMethod.Post, Routes.Cases, Stranger(Math.Max(1, stranger)), thief with { Applicant = thief.Applicant with { Phone = $"1390000111{stranger}" } });
            Assert.Equal(HttpStatusCode.Created, applied.StatusCode);
            await office.MoveToAsync(office.Clock.GetUtcNow().AddMinutes(1));
        }
        var theirs = await Journey.BeginAsync(office);
        await AskAsync(office, Town.Resident, times: 1);
        Assert.Contains(telephones.Rung, rung => rung.Phone == Applications.Phone);

        telephones.Rung.Clear();
        await theirs.CollectAsync();
        await AskAsync(office, NewPhone, times: 1);

        Assert.Equal([Applications.Phone, "13900001110", "13900001112", "13900001113"], telephones.Rung.Select(rung => rung.Phone));
    }

    [Fact]
    public async Task A_code_is_good_for_ten_minutes_and_for_its_conversation()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Journey.BeginAsync(office);
        var claimed = new ProofRequest(Applications.Name, Applications.IdNumber);
        using var sent = await office.SendAsync(HttpMethod.Post, Routes.ProofCodes, NewPhone, claimed);
        var code = (await Office.ReadAsync<ProofCodeSent>(sent)).DemoCode!;

        using var elsewhere = await office.SendAsync(HttpMethod.Post, Routes.Proof, Town.OtherResident, claimed with { Code = code });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.StatusCode);
        await office.MoveToAsync(office.Clock.GetUtcNow().AddMinutes(10));
        using var late = await office.SendAsync(HttpMethod.Post, Routes.Proof, NewPhone, claimed with { Code = code });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
    }

    [Fact]
    public async Task Staff_prove_nothing_here_and_need_nothing()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var sent = await office.SendAsync(HttpMethod.Post, Routes.ProofCodes, Town.Officer, new ProofRequest(Applications.Name, Applications.IdNumber));

        Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
        Assert.Equal(journey.CaseId, (await office.GetAsync<CaseView>($"cases/{journey.CaseId}", Town.Officer)).CaseId);
    }

    private static string Stranger(int number) => $"resident:c3RyYW5nZXIxMjM0NTY3{number:00}";

    private static async Task<List<HttpStatusCode>> AskAsync(Office office, string who, int times)
    {
        var answers = new List<HttpStatusCode>();
        for (var time = 0; time < times; time++)
        {
            using var sent = await office.SendAsync(HttpMethod.Post, Routes.ProofCodes, who, new ProofRequest(Applications.Name, Applications.IdNumber));
            answers.Add(sent.StatusCode);
        }
        return answers;
    }

    internal static async Task<ProofTaken> ProveAsync(Office office, string participant)
    {
        using var sent = await office.SendAsync(HttpMethod.Post, Routes.ProofCodes, participant, new ProofRequest(Applications.Name, Applications.IdNumber));
        var code = (await Office.ReadAsync<ProofCodeSent>(sent)).DemoCode;
        using var proven = await office.SendAsync(HttpMethod.Post, Routes.Proof, participant, new ProofRequest(Applications.Name, Applications.IdNumber, code));
        return await Office.ReadAsync<ProofTaken>(proven);
    }

    private static async Task<HttpStatusCode> WithAsync(Office office, string participant, string caseId, string word)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Routes.Prefix}cases/{caseId}");
        request.Headers.Authorization = new("Bearer", office.Token(participant));
        request.Headers.TryAddWithoutValidation(Headers.Proof, word);
        office.ForgetProofs();
        using var answer = await office.SendRawAsync(request);
        return answer.StatusCode;
    }

    private static ByteArrayContent Photo()
    {
        var photo = new ByteArrayContent(SampleFiles.Photo());
        photo.Headers.Add(Headers.Material, "M04");
        return photo;
    }

    /// <summary>Whom a code was sent to.</summary>
    private sealed class Telephones : ICodeGateway
    {
        public List<(string Phone, string Code)> Rung { get; } = [];

        public Task<string?> SendAsync(string phone, string code, Domain.Language language, CancellationToken cancellation)
        {
            Rung.Add((phone, code));
            return Task.FromResult<string?>(null);
        }
    }
}
