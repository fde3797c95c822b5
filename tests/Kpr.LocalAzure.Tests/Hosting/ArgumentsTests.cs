using System.Reflection;
using Kpr.LocalAzure.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.LocalAzure.Tests.Hosting;

public sealed class ArgumentsTests
{
    /// <summary>
    /// The runtime makes the objects that stand for parameters when they are first asked for, without a lock: two hosts
    /// that start at the same time may keep different ones. Here they differ because the method is seen from two classes.
    /// </summary>
    [Fact]
    public async Task The_trigger_is_bound_also_when_another_object_stands_for_its_parameter()
    {
        var method = Method(typeof(Base));
        var parameter = Method(typeof(Derived)).GetParameters()[0];
        Assert.NotSame(parameter, method.GetParameters()[0]);
        var function = new FunctionDescriptor("Takes", typeof(Base), method, parameter, parameter.GetCustomAttribute<TimerTriggerAttribute>()!);
        using var services = new ServiceCollection().BuildServiceProvider();
        var told = new TimerInfo();

        var arguments = await Arguments.BindAsync(new Invocation(function, services, new Dictionary<string, object?>(), CancellationToken.None)
        {
            BindTrigger = _ => ValueTask.FromResult<object?>(told),
        });

        Assert.Equal([told, CancellationToken.None], arguments);
    }

    private static MethodInfo Method(Type seenFrom) => seenFrom.GetMethod(nameof(Base.Take))!;

    private class Base
    {
        public (TimerInfo, CancellationToken) Taken { get; private set; }

        public void Take([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) => Taken = (timer, cancellationToken);
    }

    private sealed class Derived : Base;
}
