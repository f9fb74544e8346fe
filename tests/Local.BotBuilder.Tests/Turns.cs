using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using OneVisit.Local.BotBuilder.Tests.Stage;

namespace OneVisit.Local.BotBuilder.Tests;

public sealed class Turns
{
    private readonly StageAdapter stage = new();

    [Fact]
    public async Task An_answer_is_addressed_to_whoever_spoke()
    {
        await stage.PlayAsync(Script.Said(), (turn, cancellation) => turn.SendActivityAsync("hi", cancellationToken: cancellation));
        var sent = stage.Sent.Single();
        Assert.Equal(("bot", "dl_zhang", "c1", "a1"), (sent.From.Id, sent.Recipient.Id, sent.Conversation.Id, sent.ReplyToId));
    }

    [Fact]
    public async Task An_answer_to_a_Direct_Line_arrival_replies_to_nothing()
    {
        await stage.PlayAsync(Script.Said(type: ActivityTypes.ConversationUpdate), (turn, cancellation) => turn.SendActivityAsync("hi", cancellationToken: cancellation));
        Assert.Null(stage.Sent.Single().ReplyToId);
    }

    [Fact]
    public async Task A_sent_activity_learns_its_id()
    {
        var message = MessageFactory.Text("hi");
        await stage.PlayAsync(Script.Said(), (turn, cancellation) => turn.SendActivityAsync(message, cancellation));
        Assert.Equal("sent-1", message.Id);
    }

    [Fact]
    public async Task Middleware_wraps_the_bot_first_added_outermost()
    {
        var order = new List<string>();
        stage.Use(new Noting("outer", order)).Use(new Noting("inner", order));
        await stage.PlayAsync(Script.Said(), (_, _) =>
        {
            order.Add("bot");
            return Task.CompletedTask;
        });
        Assert.Equal(["outer in", "inner in", "bot", "inner out", "outer out"], order);
    }

    [Fact]
    public async Task A_send_hook_may_keep_an_activity_from_being_sent()
    {
        ResourceResponse? response = null;
        await stage.PlayAsync(Script.Said(), async (turn, cancellation) =>
        {
            turn.OnSendActivities((_, _, _) => Task.FromResult(Array.Empty<ResourceResponse>()));
            response = await turn.SendActivityAsync("hi", cancellationToken: cancellation);
        });
        Assert.Null(response!.Id);
        Assert.Empty(stage.Sent);
    }

    [Fact]
    public async Task A_send_hook_may_add_activities()
    {
        await stage.PlayAsync(Script.Said(), (turn, cancellation) =>
        {
            turn.OnSendActivities((_, activities, next) =>
            {
                activities.Insert(0, MessageFactory.Text("before"));
                return next();
            });
            return turn.SendActivityAsync("hi", cancellationToken: cancellation);
        });
        Assert.Equal(["before", "hi"], stage.Sent.Select(activity => activity.Text));
    }

    [Fact]
    public async Task Update_and_delete_reach_the_channel_with_their_id()
    {
        await stage.PlayAsync(Script.Said(), async (turn, cancellation) =>
        {
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message, "card-1"), cancellation);
            await turn.DeleteActivityAsync("card-2", cancellation);
        });
        Assert.Equal(("card-1", "card-2"), (stage.Updated.Single().Id, stage.Deleted.Single()));
    }

    [Fact]
    public async Task An_exception_ends_in_OnTurnError()
    {
        Exception? caught = null;
        stage.OnTurnError = (_, exception) =>
        {
            caught = exception;
            return Task.CompletedTask;
        };
        await stage.PlayAsync(Script.Said(), (_, _) => throw new InvalidOperationException("x"));
        Assert.IsType<InvalidOperationException>(caught);
    }

    [Fact]
    public async Task Without_OnTurnError_an_exception_reaches_the_caller() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => stage.PlayAsync(Script.Said(), (_, _) => throw new InvalidOperationException("x")));

    [Fact]
    public async Task Numbers_follow_the_locale_of_the_activity_and_words_do_not()
    {
        (string, string)? cultures = null;
        var words = CultureInfo.CurrentUICulture.Name;
        await stage.PlayAsync(Script.Said(), (_, _) =>
        {
            cultures = (CultureInfo.CurrentCulture.Name, CultureInfo.CurrentUICulture.Name);
            return Task.CompletedTask;
        });
        Assert.Equal(("zh-CN", words), cultures);
    }

    [Fact]
    public async Task A_trace_is_not_an_answer()
    {
        var responded = true;
        await stage.PlayAsync(Script.Said(), async (turn, cancellation) =>
        {
            await turn.SendActivityAsync((Activity)Activity.CreateTraceActivity("t"), cancellation);
            responded = turn.Responded;
        });
        Assert.False(responded);
    }

    private sealed class Noting(string name, List<string> order) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            order.Add(name + " in");
            await next(cancellationToken);
            order.Add(name + " out");
        }
    }
}
