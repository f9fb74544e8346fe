using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneVisit.Functions.Tests.Running;
using OneVisit.Hosting;

namespace OneVisit.Functions.Tests.Operations;

/// <summary>The last net: whatever a library puts into a line, a scope, an exception or a span, no number of a person leaves the program.</summary>
public sealed class ScrubbedTests
{
    private const string Id = "370982197001010016";
    private const string Phone = "13800005678";

    // As the bot seals a link.
    private const string Key = "CfDJ8-a-sealed-link-as-it-stands-in-an-address-and-is-nobodys";

    [Theory]
    [InlineData("saw " + Id)]
    [InlineData("saw 370982 19700101 0016")]
    [InlineData("call " + Phone + "!")]
    [InlineData("电话" + Phone + "，身份证" + Id)]
    [InlineData("+86 138-0000-5678")]
    [InlineData("GET /verify/x%20" + Id)]
    [InlineData("GET /verify/%E5%BC%A0" + Phone)]
    [InlineData("GET /verify/x%2520" + Id)]
    [InlineData("GET /verify/%33%37%30982197001010016")]
    [InlineData("tel_" + Phone)]
    public void A_number_in_a_line_is_masked_and_the_line_says_so(string text)
    {
        var line = Assert.Single(Logged(log => log.LogWarning("It was {Text}", text)));

        Assert.Contains(ScrubbedLogs.Mark, line, StringComparison.Ordinal);
        Assert.DoesNotContain("5678!", line.Replace("****5678!", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(new[] { Id, Phone, "19700101", "0000-5678" }, secret => Assert.DoesNotContain(secret, line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_deep_in_an_exception_is_masked()
    {
        var line = Assert.Single(Logged(log => log.LogError(new InvalidOperationException("outer", new FormatException($"cannot read {Id}") { Data = { ["phone"] = Phone } }), "It failed")));

        Assert.DoesNotContain(Id, line, StringComparison.Ordinal);
        Assert.Contains("370982********0016", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_in_a_scope_is_masked()
    {
        var line = Assert.Single(Logged(log =>
        {
            using var scope = log.BeginScope(new Dictionary<string, object?> { ["Typed"] = Phone });
            log.LogInformation("In it");
        }));

        Assert.DoesNotContain(Phone, line, StringComparison.Ordinal);
        Assert.Contains("138****5678", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Case XT261124-1A2B3C was decided on 2026-11-24")]
    [InlineData("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")]
    [InlineData("resident:Zm9vYmFyYmF6cXV4MTIzNA took 13812345678901 ticks")]
    [InlineData("a13800005678b is part of a hash")]
    public void What_is_no_number_of_a_person_stays_as_it_is(string text)
    {
        var line = Assert.Single(Logged(log => log.LogInformation("{Text}", text)));

        Assert.Contains(text, line, StringComparison.Ordinal);
        Assert.DoesNotContain(ScrubbedLogs.Mark, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("call 05387251234", "call 053****1234")]
    [InlineData("call 0538-7251234 now", "call 053****1234 now")]
    [InlineData("call (010) 62345678", "call 010****5678")]
    public void A_telephone_at_home_is_masked(string text, string told) => Assert.Contains(told, Assert.Single(Logged(log => log.LogInformation("{Text}", text))), StringComparison.Ordinal);

    [Fact]
    public void What_was_escaped_begins_no_line_of_its_own() =>
        Assert.DoesNotContain('\n', Assert.Single(Logged(log => log.LogInformation("{Text}", $"/verify/x%0A{Id}"))));

    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics")]
    [InlineData("System.Net.Http.HttpClient.BackOffice.LogicalHandler")]
    public void The_address_of_a_request_is_the_scope_of_no_line(string category)
    {
        var line = Assert.Single(Logged(log => log.LogInformation("In it"), category, new Dictionary<string, object?> { ["RequestPath"] = "/notices/%E5%BC%A0%E4%B8%89" }));

        Assert.DoesNotContain("%E5", line, StringComparison.Ordinal);
    }

    // As they come with --verbose, or where somebody turns the platform's own lines on.
    [Theory]
    [InlineData("/forms/" + Key, "/forms/***")]
    [InlineData("/forms/" + Key + "/sign", "/forms/***/sign")]
    [InlineData("/papers/" + Key + "?lang=en", "/papers/***?lang=en")]
    [InlineData("/stream?watermark=-&t=" + "eyJhbGciOiJIUzI1NiJ9.e30." + Key, "/stream?watermark=-&t=***")]
    [InlineData("/forms/M05", "/forms/M05")]
    [InlineData("/api/drafts/5f0c9f6e-3c1b-4a57-9a53-0d8f8b7a6c11/documents", "/api/drafts/5f0c9f6e-3c1b-4a57-9a53-0d8f8b7a6c11/documents")]
    public void What_opens_something_by_itself_stands_in_no_line_about_a_request(string address, string told)
    {
        var line = Assert.Single(Said("Microsoft.AspNetCore.Hosting.Diagnostics", log => log.LogInformation("Request starting HTTP/1.1 GET http://localhost:3978{Address} - -", address)));

        Assert.Contains($"localhost:3978{told} - -", line, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, line, StringComparison.Ordinal);
        Assert.DoesNotContain(ScrubbedLogs.Mark, line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_in_an_address_hides_no_number_beside_it()
    {
        var line = Assert.Single(Said("Microsoft.AspNetCore.Hosting.Diagnostics", log => log.LogInformation("GET {Address}", $"/forms/{Key}?who={Phone}")));

        Assert.Contains(ScrubbedLogs.Mark + "GET /forms/***?who=138****5678", line, StringComparison.Ordinal);
    }

    [Fact]
    public void What_opens_something_by_itself_leaves_with_no_span()
    {
        using var span = new Activity("GET /forms/{token}/sign").Start();
        span.SetTag("url.path", $"/forms/{Key}/sign").SetTag("url.query", "?t=" + Key).Stop();

        new ScrubbedSpans().OnEnd(span);

        Assert.Equal(("/forms/***/sign", "?t=***"), (span.GetTagItem("url.path"), span.GetTagItem("url.query")));
    }

    [Fact]
    public void A_name_in_an_address_and_a_number_in_an_event_leave_with_no_span()
    {
        using var named = new Activity("GET").Start();
        named.SetTag("url.full", "http://127.0.0.1:7071/api/verify/%E5%BC%A0%E4%B8%89?x=%20").SetTag("url.path", "/cases/XT261124-1A2B3C").Stop();
        using var failed = new Activity("GET").Start();
        failed.ActivityTraceFlags |= ActivityTraceFlags.Recorded;
        failed.AddEvent(new ActivityEvent("exception", tags: new ActivityTagsCollection { ["exception.message"] = $"cannot read {Id}" })).Stop();

        new ScrubbedSpans().OnEnd(named);
        new ScrubbedSpans().OnEnd(failed);

        Assert.Equal(("http://127.0.0.1:7071/api/verify/…", "/cases/XT261124-1A2B3C"), (named.GetTagItem("url.full"), named.GetTagItem("url.path")));
        Assert.False(failed.Recorded);
    }

    [Fact]
    public void A_number_in_a_span_is_masked()
    {
        using var span = new Activity($"GET /people/{Id}").Start();
        span.SetTag("url.path", $"/people/{Id}").SetTag("phone", Phone).SetTag("count", 3).SetStatus(ActivityStatusCode.Error, $"no {Phone}");
        span.Stop();

        new ScrubbedSpans().OnEnd(span);
        var told = string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")) + span.DisplayName + span.StatusDescription;

        Assert.All(new[] { Id, Phone }, secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal));
        Assert.Contains("count=3", told, StringComparison.Ordinal);
    }

    private static IReadOnlyCollection<string> Said(string category, Action<ILogger> write)
    {
        var book = new RememberedLogs();
        using var net = new ScrubbedLogs(LoggerFactory.Create(logging => logging.AddProvider(book)));
        write(net.CreateLogger(category));
        return book.Lines;
    }

    private static IReadOnlyCollection<string> Logged(Action<ILogger> write, string? category = null, Dictionary<string, object?>? scope = null)
    {
        var book = new RememberedLogs();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(book));
        ScrubbedLogs.Add(services);
        using var provider = services.BuildServiceProvider();
        using var around = category is null ? null : provider.GetRequiredService<ILoggerFactory>().CreateLogger(category).BeginScope(scope!);
        write(provider.GetRequiredService<ILogger<ScrubbedTests>>());
        return book.Lines;
    }
}
