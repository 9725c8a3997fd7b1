using System.Collections;
using System.Reflection;
using Declarative.Generators.Interception;
using Declarative.Generators.Model;
using Declarative.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Declarative.Generators.Tests;

/// <summary>What the pipeline keeps between runs is compared by value and holds no compilation alive.</summary>
public sealed class ModelShapeTests
{
    public static TheoryData<Type> ModelTypes()
    {
        var types = new TheoryData<Type>();
        foreach (var type in Reachable([typeof(AnnotatedClass), typeof(Model.ReportPage), typeof(ClassCalls), typeof(TargetIndex)]))
            types.Add(type);
        return types;
    }

    [Fact]
    public void The_model_is_found() => Assert.True(ModelTypes().Count > 15);

    [Theory]
    [MemberData(nameof(ModelTypes))]
    public void A_model_type_is_equal_by_value(Type type)
    {
        Assert.True(type.IsSealed || type.IsAbstract, "an open type can be extended by one that is not equal by value");
        Assert.Contains(typeof(IEquatable<>).MakeGenericType(type), type.GetInterfaces());
    }

    [Theory]
    [MemberData(nameof(ModelTypes))]
    public void A_model_type_holds_values_only(Type type)
    {
        foreach (var field in Fields(type))
        {
            Assert.True(field.IsInitOnly, $"{type.Name}.{field.Name} can be written");
            foreach (var part in Parts(field.FieldType))
            {
                Assert.False(part.Namespace!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), $"{type.Name}.{field.Name} holds a {part.Name}");
                Assert.False(typeof(ISymbol).IsAssignableFrom(part) || typeof(SyntaxNode).IsAssignableFrom(part) || typeof(Delegate).IsAssignableFrom(part));
                Assert.True(
                    part == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(part) || IsEquatableArray(part),
                    $"{type.Name}.{field.Name} holds a {part.Name}, which is not equal by value");
            }
        }
    }

    private static HashSet<Type> Reachable(IEnumerable<Type> roots)
    {
        var found = new HashSet<Type>();
        var pending = new Stack<Type>(roots);
        while (pending.TryPop(out var type))
        {
            if (type.Assembly != typeof(AdapterGenerator).Assembly || type.IsEnum || IsEquatableArray(type) || !found.Add(type))
                continue;
            foreach (var part in Fields(type).SelectMany(static f => Parts(f.FieldType)))
                pending.Push(part);
            foreach (var derived in type.Assembly.GetTypes().Where(t => t.BaseType == type))
                pending.Push(derived);
        }
        return found;
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];

    private static FieldInfo[] Fields(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    private static bool IsEquatableArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>);
}
