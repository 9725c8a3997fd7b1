// The bridge between .NET and libtorch: any ATen operator by its schema name through the dispatcher, and the little
// that the dispatcher does not reach (lifetime, storage, autograd, grad mode, seeds, devices, threads).
// Only API that libtorch 1.13 to 2.11 share. Every entry point catches every C++ exception: the caller gets -1 (or
// null) and reads the message with dt_last_error.
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/jit_type.h>
#include <c10/core/DefaultDtype.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/variable.h>
#include <torch/cuda.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#define DT_EXPORT extern "C" __attribute__((visibility("default")))

namespace {

thread_local std::string last_error;

template <typename F>
auto guarded(F&& body, decltype(body()) failed) noexcept -> decltype(body()) {
  try {
    return body();
  } catch (const c10::Error& e) {
    last_error = e.what_without_backtrace();
  } catch (const std::exception& e) {
    last_error = e.what();
  } catch (...) {
    last_error = "libtorch raised an exception of an unknown type";
  }
  return failed;
}

// A tensor handle is a TensorImpl that the holder owns one reference of; null is the undefined tensor.
using Handle = c10::TensorImpl*;
using ImplPtr = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;

at::Tensor share(Handle handle) {
  return handle ? at::Tensor(ImplPtr::reclaim_copy(handle)) : at::Tensor();
}

Handle release(at::Tensor&& tensor) {
  return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr;
}

// Mirrored in Native/Value.cs.
enum Tag : int32_t {
  kNone = 0,
  kTensor = 1,
  kInt = 2,
  kDouble = 3,
  kBool = 4,
  kIntList = 5,
  kDoubleList = 6,
  kTensorList = 7,
  kOptionalTensorList = 8,
  kString = 9,
  kDevice = 10,
  kGenerator = 11,
  kBoolList = 12,
  kComplex = 13,
};

struct Value {
  int32_t tag;
  int32_t count;  // of list elements, of a string's bytes; the index of a device
  union {
    int64_t i;
    double d;
    void* p;
  };
};
static_assert(sizeof(Value) == 16, "Value crosses to .NET as 16 bytes");

c10::IValue to_ivalue(const Value& v) {
  switch (v.tag) {
    case kNone:
      return c10::IValue();
    case kTensor:
      return c10::IValue(share(static_cast<Handle>(v.p)));
    case kInt:
      return c10::IValue(v.i);
    case kDouble:
      return c10::IValue(v.d);
    case kBool:
      return c10::IValue(v.i != 0);
    case kIntList:
      return c10::IValue(at::IntArrayRef(static_cast<const int64_t*>(v.p), v.count));
    case kDoubleList:
      return c10::IValue(at::ArrayRef<double>(static_cast<const double*>(v.p), v.count));
    case kTensorList: {
      c10::List<at::Tensor> list;
      list.reserve(v.count);
      for (int32_t k = 0; k < v.count; ++k) list.push_back(share(static_cast<Handle*>(v.p)[k]));
      return c10::IValue(std::move(list));
    }
    case kOptionalTensorList: {
      c10::impl::GenericList list(c10::OptionalType::ofTensor());
      list.reserve(v.count);
      for (int32_t k = 0; k < v.count; ++k) {
        auto handle = static_cast<Handle*>(v.p)[k];
        list.push_back(handle ? c10::IValue(share(handle)) : c10::IValue());
      }
      return c10::IValue(std::move(list));
    }
    case kString:
      return c10::IValue(std::string(static_cast<const char*>(v.p), v.count));
    case kDevice:
      return c10::IValue(c10::Device(static_cast<c10::DeviceType>(v.i), static_cast<c10::DeviceIndex>(v.count)));
    case kGenerator:
      return v.p ? c10::IValue(*static_cast<at::Generator*>(v.p)) : c10::IValue();
    case kBoolList: {
      c10::List<bool> list;
      list.reserve(v.count);
      for (int32_t k = 0; k < v.count; ++k) list.push_back(static_cast<const uint8_t*>(v.p)[k] != 0);
      return c10::IValue(std::move(list));
    }
    default:
      TORCH_CHECK(false, "unknown kind of argument ", v.tag);
  }
}

Value from_tensors(c10::ArrayRef<at::Tensor> tensors) {
  Value v{};
  v.tag = kTensorList;
  v.count = static_cast<int32_t>(tensors.size());
  auto handles = static_cast<Handle*>(std::malloc(sizeof(Handle) * (tensors.size() + 1)));
  TORCH_CHECK(handles, "out of memory");
  for (size_t k = 0; k < tensors.size(); ++k) handles[k] = release(at::Tensor(tensors[k]));
  v.p = handles;
  return v;
}

Value from_ivalue(c10::IValue&& value) {
  Value v{};
  if (value.isTensor()) {
    v.tag = kTensor;
    v.p = release(std::move(value).toTensor());
  } else if (value.isInt()) {
    v.tag = kInt;
    v.i = value.toInt();
  } else if (value.isDouble()) {
    v.tag = kDouble;
    v.d = value.toDouble();
  } else if (value.isBool()) {
    v.tag = kBool;
    v.i = value.toBool();
  } else if (value.isTensorList()) {
    v = from_tensors(value.toTensorVector());
  } else if (value.isScalar()) {
    v.tag = kComplex;
  } else {
    TORCH_CHECK(value.isNone(), "an operator returned a kind of value that .NET does not know: ", value.tagKind());
  }
  return v;
}

struct Operator {
  c10::OperatorHandle handle;
  size_t arguments;
};

// The stack of the call in progress. A nested call (from a hook) finds the spare empty and allocates its own.
thread_local std::vector<c10::IValue> spare_stack;

std::vector<at::Tensor> share_all(const Handle* handles, int32_t count) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(count);
  for (int32_t k = 0; k < count; ++k) tensors.push_back(share(handles[k]));
  return tensors;
}

// The backward pass of a function that .NET defines. `run` takes the gradient over and writes one gradient for each input,
// null for none; where it fails it has said why with dt_function_failed, and the caller of the backward pass is told.
thread_local std::string function_error;

class ManagedNode final : public torch::autograd::Node {
 public:
  using Run = int32_t (*)(void* state, Handle gradient, Handle* gradients, int32_t count);
  using Release = void (*)(void* state);

  ManagedNode(void* state, Run run, Release release) : state_(state), run_(run), release_(release) {}

  ~ManagedNode() override { release_(state_); }

  torch::autograd::variable_list apply(torch::autograd::variable_list&& incoming) override {
    auto gradient = incoming[0].defined() ? incoming[0] : input_metadata(0).zeros_like();
    std::vector<Handle> outgoing(num_outputs(), nullptr);
    TORCH_CHECK(
        run_(state_, release(std::move(gradient)), outgoing.data(), static_cast<int32_t>(outgoing.size())) == 0,
        function_error);
    torch::autograd::variable_list gradients;
    gradients.reserve(outgoing.size());
    for (auto handle : outgoing) gradients.push_back(handle ? at::Tensor(ImplPtr::reclaim(handle)) : at::Tensor());
    return gradients;
  }

 private:
  void* state_;
  Run run_;
  Release release_;
};

c10::Device to_device(int32_t type, int32_t index) {
  return c10::Device(static_cast<c10::DeviceType>(type), static_cast<c10::DeviceIndex>(index));
}

}  // namespace

DT_EXPORT const char* dt_last_error() { return last_error.c_str(); }

// ---- operators ----

DT_EXPORT void* dt_find(const char* name, const char* overload) {
  return guarded(
      [&]() -> void* {
        auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
        TORCH_CHECK(handle, "this libtorch has no operator ", name, overload[0] ? "." : "", overload);
        return new Operator{*handle, handle->schema().arguments().size()};
      },
      static_cast<void*>(nullptr));
}

// Trailing arguments that are left out take the schema's defaults. Returns the number of values written to
// `returned` (at most `capacity`; the rest are dropped), or -1.
DT_EXPORT int32_t dt_call(void* op, const Value* args, int32_t count, Value* returned, int32_t capacity) {
  return guarded(
      [&]() -> int32_t {
        auto* o = static_cast<Operator*>(op);
        auto stack = std::move(spare_stack);
        stack.clear();
        stack.reserve(o->arguments);
        for (int32_t k = 0; k < count; ++k) stack.push_back(to_ivalue(args[k]));
        if (stack.size() < o->arguments) {
          const auto& schema = o->handle.schema().arguments();
          for (size_t k = stack.size(); k < schema.size(); ++k) {
            TORCH_CHECK(schema[k].default_value(), o->handle.schema().name(), " needs its argument ", schema[k].name());
            stack.push_back(*schema[k].default_value());
          }
        }
        o->handle.callBoxed(&stack);
        int32_t n = std::min(static_cast<int32_t>(stack.size()), capacity);
        for (int32_t k = 0; k < n; ++k) returned[k] = from_ivalue(std::move(stack[k]));
        stack.clear();
        spare_stack = std::move(stack);
        return n;
      },
      -1);
}

DT_EXPORT void dt_free(void* memory) { std::free(memory); }

// ---- tensors ----

DT_EXPORT void dt_release(Handle handle) {
  guarded([&] { ImplPtr::reclaim(handle); return 0; }, 0);
}

DT_EXPORT Handle dt_share(Handle handle) { return release(share(handle)); }

DT_EXPORT int64_t dt_dim(Handle handle) { return handle->dim(); }

DT_EXPORT int64_t dt_numel(Handle handle) { return handle->numel(); }

DT_EXPORT int32_t dt_dtype(Handle handle) {
  return static_cast<int32_t>(c10::typeMetaToScalarType(handle->dtype()));
}

DT_EXPORT int64_t dt_element_size(Handle handle) { return static_cast<int64_t>(handle->itemsize()); }

// The device's type in the low half, its index in the high half.
DT_EXPORT int64_t dt_device(Handle handle) {
  auto device = handle->device();
  return static_cast<int64_t>(static_cast<uint8_t>(device.type())) |
         (static_cast<int64_t>(device.index()) << 32);
}

DT_EXPORT int64_t dt_sizes(Handle handle, int64_t* sizes, int64_t capacity) {
  return guarded(
      [&]() -> int64_t {
        auto s = handle->sizes();
        std::copy_n(s.begin(), std::min<int64_t>(s.size(), capacity), sizes);
        return s.size();
      },
      static_cast<int64_t>(-1));
}

DT_EXPORT int64_t dt_strides(Handle handle, int64_t* strides, int64_t capacity) {
  return guarded(
      [&]() -> int64_t {
        auto s = handle->strides();
        std::copy_n(s.begin(), std::min<int64_t>(s.size(), capacity), strides);
        return s.size();
      },
      static_cast<int64_t>(-1));
}

DT_EXPORT int64_t dt_storage_offset(Handle handle) {
  return guarded([&]() -> int64_t { return handle->storage_offset(); }, static_cast<int64_t>(-1));
}

DT_EXPORT int32_t dt_is_contiguous(Handle handle) {
  return guarded([&]() -> int32_t { return handle->is_contiguous(); }, -1);
}

DT_EXPORT int32_t dt_is_sparse(Handle handle) { return handle->is_sparse(); }

DT_EXPORT int32_t dt_data(Handle handle, void** data) {
  return guarded(
      [&]() -> int32_t {
        *data = share(handle).data_ptr();
        return 0;
      },
      -1);
}

// ---- autograd ----

DT_EXPORT int32_t dt_requires_grad(Handle handle) {
  return guarded([&]() -> int32_t { return handle->requires_grad(); }, -1);
}

DT_EXPORT int32_t dt_set_requires_grad(Handle handle, int32_t value) {
  return guarded([&]() -> int32_t { share(handle).set_requires_grad(value != 0); return 0; }, -1);
}

DT_EXPORT int32_t dt_is_leaf(Handle handle) {
  return guarded([&]() -> int32_t { return share(handle).is_leaf(); }, -1);
}

DT_EXPORT int32_t dt_retain_grad(Handle handle) {
  return guarded([&]() -> int32_t { share(handle).retain_grad(); return 0; }, -1);
}

DT_EXPORT int32_t dt_grad(Handle handle, Handle* grad) {
  return guarded(
      [&]() -> int32_t {
        auto tensor = share(handle);
        *grad = release(at::Tensor(tensor.is_leaf() || tensor.retains_grad() ? tensor.grad() : at::Tensor()));
        return 0;
      },
      -1);
}

DT_EXPORT int32_t dt_set_grad(Handle handle, Handle grad) {
  return guarded([&]() -> int32_t { share(handle).mutable_grad() = share(grad); return 0; }, -1);
}

DT_EXPORT int32_t dt_backward(
    const Handle* tensors, int32_t count, const Handle* grads, int32_t grad_count, int32_t retain_graph,
    int32_t create_graph, const Handle* inputs, int32_t input_count) {
  return guarded(
      [&]() -> int32_t {
        for (int32_t k = 0; k < count; ++k) TORCH_CHECK(tensors[k], "backward: tensor ", k, " is undefined");
        for (int32_t k = 0; k < input_count; ++k) TORCH_CHECK(inputs[k], "backward: input ", k, " is undefined");
        torch::autograd::backward(
            share_all(tensors, count), share_all(grads, grad_count), retain_graph != 0, create_graph != 0,
            share_all(inputs, input_count));
        return 0;
      },
      -1);
}

// Writes one gradient per input: null where allow_unused lets an input have none.
DT_EXPORT int32_t dt_autograd_grad(
    const Handle* outputs, int32_t output_count, const Handle* inputs, int32_t input_count, const Handle* grads,
    int32_t grad_count, int32_t retain_graph, int32_t create_graph, int32_t allow_unused, Handle* result) {
  return guarded(
      [&]() -> int32_t {
        for (int32_t k = 0; k < output_count; ++k) TORCH_CHECK(outputs[k], "grad: output ", k, " is undefined");
        for (int32_t k = 0; k < input_count; ++k) TORCH_CHECK(inputs[k], "grad: input ", k, " is undefined");
        auto gradients = torch::autograd::grad(
            share_all(outputs, output_count), share_all(inputs, input_count), share_all(grads, grad_count),
            retain_graph != 0, create_graph != 0, allow_unused != 0);
        TORCH_CHECK(
            gradients.size() == static_cast<size_t>(input_count), "grad returned ", gradients.size(),
            " gradients for ", input_count, " inputs");
        for (int32_t k = 0; k < input_count; ++k) result[k] = release(std::move(gradients[k]));
        return 0;
      },
      -1);
}

DT_EXPORT void dt_function_failed(const char* message) { function_error = message; }

// Makes a function of .NET the origin of `output`. Takes `state` over, whatever the result.
DT_EXPORT int32_t dt_attach_function(
    Handle output, const Handle* inputs, int32_t count, void* state, ManagedNode::Run run, ManagedNode::Release release_state) {
  return guarded(
      [&]() -> int32_t {
        auto node = std::shared_ptr<ManagedNode>(
            new ManagedNode(state, run, release_state), torch::autograd::deleteNode);
        node->set_next_edges(torch::autograd::collect_next_edges(share_all(inputs, count)));
        auto tensor = share(output);
        torch::autograd::create_gradient_edge(tensor, node);
        return 0;
      },
      -1);
}

DT_EXPORT int32_t dt_grad_enabled() { return at::GradMode::is_enabled(); }

DT_EXPORT void dt_set_grad_enabled(int32_t value) { at::GradMode::set_enabled(value != 0); }

DT_EXPORT int32_t dt_inference_enabled() { return c10::InferenceMode::is_enabled(); }

DT_EXPORT void* dt_inference_enter(int32_t value) {
  return guarded([&]() -> void* { return new c10::InferenceMode(value != 0); }, static_cast<void*>(nullptr));
}

DT_EXPORT void dt_inference_leave(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

// ---- defaults, threads, devices ----

DT_EXPORT int32_t dt_default_dtype() {
  return static_cast<int32_t>(c10::get_default_dtype_as_scalartype());
}

DT_EXPORT int32_t dt_set_default_dtype(int32_t dtype) {
  return guarded(
      [&]() -> int32_t {
        c10::set_default_dtype(c10::scalarTypeToTypeMeta(static_cast<c10::ScalarType>(dtype)));
        return 0;
      },
      -1);
}

DT_EXPORT int32_t dt_threads() { return at::get_num_threads(); }

DT_EXPORT int32_t dt_set_threads(int32_t count) {
  return guarded([&]() -> int32_t { at::set_num_threads(count); return 0; }, -1);
}

DT_EXPORT int32_t dt_interop_threads() { return at::get_num_interop_threads(); }

DT_EXPORT int32_t dt_set_interop_threads(int32_t count) {
  return guarded([&]() -> int32_t { at::set_num_interop_threads(count); return 0; }, -1);
}

DT_EXPORT int32_t dt_cuda_count() {
  return guarded([&]() -> int32_t { return static_cast<int32_t>(torch::cuda::device_count()); }, 0);
}

DT_EXPORT int32_t dt_cudnn_available() {
  return guarded([&]() -> int32_t { return torch::cuda::cudnn_is_available(); }, 0);
}

DT_EXPORT int32_t dt_cuda_synchronize(int64_t index) {
  return guarded([&]() -> int32_t { torch::cuda::synchronize(index); return 0; }, -1);
}

// ---- random numbers ----

DT_EXPORT int32_t dt_manual_seed(int64_t seed) {
  return guarded([&]() -> int32_t { at::manual_seed(static_cast<uint64_t>(seed)); return 0; }, -1);
}

DT_EXPORT int32_t dt_cuda_manual_seed(int64_t seed, int32_t all) {
  return guarded(
      [&]() -> int32_t {
        if (all)
          torch::cuda::manual_seed_all(static_cast<uint64_t>(seed));
        else
          torch::cuda::manual_seed(static_cast<uint64_t>(seed));
        return 0;
      },
      -1);
}

DT_EXPORT at::Generator* dt_default_generator(int32_t type, int32_t index) {
  return guarded(
      [&]() -> at::Generator* {
        return new at::Generator(at::globalContext().defaultGenerator(to_device(type, index)));
      },
      static_cast<at::Generator*>(nullptr));
}

DT_EXPORT at::Generator* dt_new_generator(int32_t type, int32_t index, uint64_t seed) {
  return guarded(
      [&]() -> at::Generator* {
        auto generator = at::globalContext().defaultGenerator(to_device(type, index)).clone();
        generator.set_current_seed(seed);
        return new at::Generator(std::move(generator));
      },
      static_cast<at::Generator*>(nullptr));
}

DT_EXPORT void dt_generator_release(at::Generator* generator) { delete generator; }

DT_EXPORT int32_t dt_generator_manual_seed(at::Generator* generator, uint64_t seed) {
  return guarded([&]() -> int32_t { generator->set_current_seed(seed); return 0; }, -1);
}

DT_EXPORT int32_t dt_generator_seed(at::Generator* generator, uint64_t* seed) {
  return guarded([&]() -> int32_t { *seed = generator->seed(); return 0; }, -1);
}

DT_EXPORT int32_t dt_generator_initial_seed(at::Generator* generator, uint64_t* seed) {
  return guarded([&]() -> int32_t { *seed = generator->current_seed(); return 0; }, -1);
}

DT_EXPORT Handle dt_generator_state(at::Generator* generator) {
  return guarded([&]() -> Handle { return release(generator->get_state()); }, static_cast<Handle>(nullptr));
}

DT_EXPORT int32_t dt_generator_set_state(at::Generator* generator, Handle state) {
  return guarded([&]() -> int32_t { generator->set_state(share(state)); return 0; }, -1);
}
