using System.Text.Json.Nodes;
using OneVisit.Local.DurableTask.Inspection;

namespace OneVisit.Local.FunctionsWorker.Durable.Management;

/// <summary>
/// A history as the management API shows it: an order that has its result is folded into the result. Left out, because the store does not
/// keep it: the input of an activity or sub-orchestration.
/// </summary>
internal sealed class HistoryEvents(bool showInput, bool showOutput)
{
    public JsonArray Of(IReadOnlyList<HistoryStep> history)
    {
        var orders = history.Where(step => step.IsOrder).ToDictionary(step => step.Task);
        var answered = history.Where(step => step.IsResult).Select(step => step.Task).ToHashSet();
        return [.. history.Where(step => !step.IsOrder || !answered.Contains(step.Task)).Select(step => Describe(step, orders))];
    }

    private JsonNode Describe(HistoryStep step, Dictionary<int, HistoryStep> orders)
    {
        JsonObject told = new() { ["EventType"] = step.EventType };
        if (step.Name is not null) told[step.IsResult || step.EventType == "ExecutionStarted" ? "FunctionName" : "Name"] = step.Name;
        if (step.IsResult && orders.TryGetValue(step.Task, out var order)) told["ScheduledTime"] = order.At.UtcDateTime;
        if (step.Other is not null) told["InstanceId"] = step.Other;
        if (step.FireAt is { } due) told["FireAt"] = due.UtcDateTime;
        if (step.Ended is { } ended) told["OrchestrationStatus"] = ended.ToString();
        if (step.Failure is { } failure) (told["Reason"], told["Details"]) = (failure.ErrorMessage, failure.ToString());
        if (step.EventType is "ExecutionStarted" or "EventRaised")
        {
            // The platform gives inputs as the text that was stored.
            if (showInput) told["Input"] = step.Data;
        }
        else if (showOutput && step.Failure is null && (step.IsResult || step.Ended is not null))
        {
            told["Result"] = Answers.Value(step.Data);
        }

        told["Timestamp"] = step.At.UtcDateTime;
        return told;
    }
}
