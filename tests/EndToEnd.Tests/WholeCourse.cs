using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Support;

namespace OneVisit.EndToEnd.Tests;

/// <summary>One case from the first word to the rating, played once; what was said and shown on the way is kept for the tests to read.</summary>
public sealed class WholeCourse : IAsyncLifetime
{
    public const string Name = "whole course";

    /// <summary>One digit wrong.</summary>
    public const string MistypedNumber = "370982197001010017";

    public City City { get; } = new();

    public Journey Journey { get; private set; } = null!;

    public string Verdict { get; private set; } = "";

    public string Materials { get; private set; } = "";

    public string Mistyped { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string Receipt { get; private set; } = "";

    public string UnderWay { get; private set; } = "";

    public string Rated { get; private set; } = "";

    public string Afterwards { get; private set; } = "";

    /// <summary>The case when its papers had been collected.</summary>
    public CaseView Collected { get; private set; } = null!;

    /// <summary>Every card that was pressed, as it stood afterwards, in order.</summary>
    public List<JsonObject> Pressed { get; } = [];

    public string CaseId => Journey.CaseId;

    public Resident Resident => Journey.Resident;

    public async Task InitializeAsync()
    {
        // It takes eight days.
        if (Elsewhere.City is not null) return;
        await City.InitializeAsync();
        await ApplyAsync(await Resident.OpenAsync(City.PublicUrl));
        await ThroughTheOfficesAsync();
        await Resident.Chat.HearAsync(Words.Zh("RateAsk"));
        Rated = await Resident.SayAsync("5", Words.Zh("ChoiceRateNoTags"));
        Afterwards = await Resident.SayAsync("我的办件");
    }

    public async Task DisposeAsync()
    {
        if (Elsewhere.City is not null) return;
        Journey.Dispose();
        await City.DisposeAsync();
    }

    // People write their number where it does not belong: into the story, into the name of a photo, into findings, and wrongly.
    private async Task ApplyAsync(Resident resident)
    {
        Verdict = await resident.TellAsync($"{Resident.Story}，我的身份证号是{Resident.IdNumber}");
        Materials = await resident.ApplyAsync();
        await resident.Chat.UploadAsync($"身份证{Resident.IdNumber}.jpg", "image/jpeg", SampleFiles.Photo());
        await resident.SayAsync("诚信承诺书");
        Mistyped = await resident.SayAsync("知道了，同意", Resident.Name, MistypedNumber);
        await resident.SayAsync(Resident.IdNumber, Resident.Phone, "史家庄", Resident.WithAgent);
        await resident.SignAsync();
        Summary = await resident.SayAsync(Resident.NoKin);
        Receipt = await resident.SubmitAsync();
        Journey = new Journey(City, resident, Resident.CaseIdIn(Receipt));
    }

    private async Task ThroughTheOfficesAsync()
    {
        Pressed.Add(await Journey.CollectAsync());
        await Journey.CardAsync(Journey.Officer, "survey-r1");
        await Journey.CardAsync(Journey.Officer, "verify-r1");
        Collected = await City.ReadAsync<CaseView>($"cases/{CaseId}", City.Staff(Journey.Reviewer));
        Pressed.Add(await Journey.SurveyAsync());
        UnderWay = await Resident.SayAsync("我的办件");
        Pressed.Add(await Journey.VerifyAsync());
        Pressed.Add(await Journey.ProposeAsync());
        Pressed.Add(await Journey.HangNoticeAsync());
        await City.MoveClockAsync(City.Morning.AddDays(8));
        Pressed.Add(await Journey.ApproveAsync());
        Pressed.Add(await Journey.FileAsync());
    }
}

/// <summary>Who only reads what was left by one finished case, shares it.</summary>
[CollectionDefinition(WholeCourse.Name)]
public sealed class WholeCourseCollection : ICollectionFixture<WholeCourse>;
