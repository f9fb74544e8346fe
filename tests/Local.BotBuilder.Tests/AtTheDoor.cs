using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace OneVisit.Local.BotBuilder.Tests;

/// <summary>POST /api/messages over real HTTP. The channel's signed token is tried in the tests of Direct Line, which issues it.</summary>
public sealed class AtTheDoor
{
    private const string Message = """{"type":"message","text":"x","channelId":"directline","serviceUrl":"http://127.0.0.1/","conversation":{"id":"c"},"recipient":{"id":"b"}}""";

    [Fact]
    public async Task Without_an_app_id_anyone_may_speak() => Assert.Equal(HttpStatusCode.OK, await PostAsync(Message));

    [Fact]
    public async Task With_an_app_id_a_caller_without_a_token_may_not() => Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Message, ("MicrosoftAppId", "app"), ("MicrosoftAppPassword", "p")));

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"type\":\"\"}")]
    public async Task What_is_no_activity_is_400(string body) => Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(body));

    [Fact]
    public async Task Only_POST_is_answered()
    {
        await using var app = await OpenAsync();
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.GetAsync(app.Urls.Single() + "/api/messages")).StatusCode);
    }

    [Fact]
    public async Task Replies_asked_for_in_the_answer_come_in_the_answer()
    {
        await using var app = await OpenAsync();
        using var http = new HttpClient();
        using var content = new StringContent(Message.Replace("\"text\"", "\"deliveryMode\":\"expectReplies\",\"text\""));
        var answer = await http.PostAsync(app.Urls.Single() + "/api/messages", content);
        Assert.Equal("heard x", (string?)Newtonsoft.Json.Linq.JObject.Parse(await answer.Content.ReadAsStringAsync())["activities"]![0]!["text"]);
    }

    [Theory]
    [InlineData("MicrosoftAppType", "SingleTenant")]
    [InlineData("ChannelService", "https://somewhere.example")]
    public void Settings_that_cannot_work_are_refused_at_once(string name, string value) =>
        Assert.ThrowsAny<ArgumentException>(() => new CloudAdapter(Settings((name, value))));

    private static async Task<HttpStatusCode> PostAsync(string body, params (string, string)[] settings)
    {
        await using var app = await OpenAsync(settings);
        using var http = new HttpClient();
        using var content = new StringContent(body);
        return (await http.PostAsync(app.Urls.Single() + "/api/messages", content)).StatusCode;
    }

    private static async Task<WebApplication> OpenAsync(params (string, string)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var adapter = new CloudAdapter(Settings(settings));
        app.Map("/api/messages", (HttpRequest request, HttpResponse response) => adapter.ProcessAsync(request, response, new Hearing()));
        await app.StartAsync();
        return app;
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build();

    // Answers only into the response: there is no channel behind these tests.
    private sealed class Hearing : ActivityHandler
    {
        protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
        {
            if (turnContext.Activity.DeliveryMode == DeliveryModes.ExpectReplies) await turnContext.SendActivityAsync(MessageFactory.Text("heard " + turnContext.Activity.Text), cancellationToken);
        }
    }
}
